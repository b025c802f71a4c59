import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Erasure } from '../../platform/slice.ts'

/** That somebody was erased: when, on whose word, what went and what stayed. Not who. */
export interface Proof {
  readonly id: string
  readonly because: Because
  readonly askedOn: string
  readonly doneAt: Date
  readonly told: readonly Erasure[]
  readonly askedBy: string
  readonly agreedBy: string
}

/** They asked; it was kept long enough; or an officer thought it right. */
export type Because = 'request' | 'retention' | 'officer'

interface NewProof {
  readonly because: Because
  readonly askedOn: string
  readonly told: readonly Erasure[]
  readonly askedBy: string
  readonly agreedBy: string
}

export async function keep(act: Act, { because, askedOn, told, askedBy, agreedBy }: NewProof): Promise<string> {
  const { id } = await act.tx
    .insertInto('people.erasure_proof')
    .values({
      group_id: act.group.id,
      because,
      asked_on: askedOn,
      done_at: act.at,
      told: JSON.stringify(told),
      asked_by: askedBy,
      agreed_by: agreedBy,
      done_by: act.by.personId!,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The newest first. */
export async function list(tx: Tx): Promise<readonly Proof[]> {
  const rows = await tx
    .selectFrom('people.erasure_proof as e')
    .innerJoin('people.named as a', 'a.id', 'e.asked_by')
    .innerJoin('people.named as g', 'g.id', 'e.agreed_by')
    .select(['e.id', 'e.because', 'e.asked_on as askedOn', 'e.done_at as doneAt', 'e.told'])
    .select(['a.name as askedBy', 'g.name as agreedBy'])
    .orderBy('e.done_at', 'desc')
    .limit(200)
    .execute()
  return rows as unknown as Proof[]
}

/** Why somebody is erased, as the record has it: their own request, or a proposal that was taken up. */
export async function whyOf(tx: Tx, personId: string): Promise<{ because: Because; askedOn: string | null }> {
  const request = await tx
    .selectFrom('people.data_request')
    .select('received_on')
    .where('person_id', '=', personId)
    .where('kind', '=', 'erasure')
    .where('state', '=', 'open')
    .orderBy('received_on')
    .executeTakeFirst()
  if (request) return { because: 'request', askedOn: request.received_on }
  const proposal = await tx
    .selectFrom('people.retention_proposal')
    .select('rule')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return { because: proposal ? 'retention' : 'officer', askedOn: null }
}
