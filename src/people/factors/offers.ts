import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { holdsFactor } from './factors.ts'

/** Whether a passkey is still to be offered: until there is a factor, or the person has said "not now". */
export async function open(tx: Tx, personId: string): Promise<boolean> {
  const person = await tx
    .selectFrom('people.person')
    .select('passkey_declined_at')
    .where('id', '=', personId)
    .executeTakeFirst()
  return person !== undefined && person.passkey_declined_at === null && !(await holdsFactor(tx, personId))
}

export async function decline(act: Act, personId: string): Promise<void> {
  await act.tx.updateTable('people.person').set({ passkey_declined_at: act.at }).where('id', '=', personId).execute()
}
