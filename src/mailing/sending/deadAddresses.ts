import { sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { WhyDead } from '../incoming/refusals.ts'

/** Refused for good because there is no such address: nobody writes to it until it is put right. */
export async function addressIsDead(act: Act, id: string, why: WhyDead): Promise<void> {
  const { rows } = await sql<{ personId: string | null; email: string | null }>`
    select person_id as "personId", address as email from mailing.delivery where id = ${id}`.execute(act.tx)
  const { personId, email } = rows[0]!
  if (personId && email) await register.addressTroubles.fails(act, { personId, email, why })
}
