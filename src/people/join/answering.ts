import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { send } from '../../platform/letters.ts'
import { hashToken, newToken } from '../../platform/secret.ts'
import type { Kind, Status } from '../kinds.ts'
import { findByEmail } from '../persons.ts'
import { answersFrom } from './answers.ts'
import { alreadyLetter, confirmationLetter } from './letters.ts'
import { mayBecome } from './rules.ts'

/** Looks the address up and writes the one letter: to confirm, or to say that it is on the register already. */
export const answerApplication: Job<{ application: string }> = {
  name: 'people.answer_application',
  run: ({ act }, { application }) => act((a) => answer(a, application)),
}

/** May run twice: the second time there is nothing left to answer. */
async function answer(act: Act, id: string): Promise<void> {
  const row = await act.tx
    .selectFrom('people.application')
    .selectAll()
    .where('id', '=', id)
    .where('sent_at', 'is not', null)
    .where('answered_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const { kind, email } = answersFrom(row?.answers)
  if (!row?.origin || !kind || !email) return
  const { origin } = row
  const held = await heldAs(act.tx, email)
  const to = { to: email, group: act.group.name, origin }
  if (mayBecome(held, kind)) {
    const token = newToken()
    await set(act, id, { letter_hash: hashToken(token), answered_at: act.at })
    await send(act, confirmationLetter({ ...to, kind, link: `${origin}/join/confirm/${token}` }))
  } else {
    await set(act, id, { answers: '{}', answered_at: act.at }) // nothing of it is needed any more
    await send(act, alreadyLetter({ ...to, held: held!.kind, wanted: kind }))
  }
}

const set = ({ tx }: Act, id: string, values: { letter_hash?: string; answers?: string; answered_at: Date }) =>
  tx.updateTable('people.application').set(values).where('id', '=', id).execute()

/** As what an address is on the register. */
export async function heldAs(tx: Tx, email: string): Promise<{ kind: Kind; status: Status } | null> {
  const person = await findByEmail(tx, email)
  if (!person) return null
  const row = await tx
    .selectFrom('people.person')
    .select(['kind', 'status'])
    .where('id', '=', person.id)
    .executeTakeFirst()
  return (row as { kind: Kind; status: Status } | undefined) ?? null
}
