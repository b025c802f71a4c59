import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { LetterState } from '../sending/letters.ts'
import type { Caps, LetterKind } from '../sending/rules.ts'

/** A letter as the office's pages about its sending show it: everything but its words. */
export interface OfficeLetter extends Caps {
  readonly id: string
  readonly kind: LetterKind
  readonly subject: string
  readonly state: LetterState
  readonly audience: string
  readonly audienceName: string
  readonly slug: string | null
  readonly hasWords: boolean
  readonly sendAt: Date | null
  readonly decidedAt: Date | null
  /** Who decided; null when nobody did, or they were erased. */
  readonly decidedBy: string | null
  readonly filledAt: Date | null
  readonly endedAt: Date | null
  readonly trouble: string | null
  /** Changes with the words and the readers: whoever decides decides what they saw. */
  readonly mark: string
}

/** Whether its uncertain copies may be sent again: not once it was stopped, and nobody is asked twice. */
export const mayGoAgain = ({ state, kind }: OfficeLetter): boolean => state !== 'stopped' && kind !== 'still_right'

/** @throws Refusal 404 when the group has no such letter */
export async function findOfficeLetter(tx: Tx, id: string): Promise<OfficeLetter> {
  const { rows } = await sql<OfficeLetter>`
    select l.id, l.kind, l.subject, l.state, l.audience, l.audience_name as "audienceName", l.slug,
      jsonb_array_length(l.blocks) > 0 as "hasWords",
      l.send_at as "sendAt", l.decided_at as "decidedAt", n.name as "decidedBy", l.filled_at as "filledAt",
      l.ended_at as "endedAt", l.trouble, l.per_second, l.per_hour, l.per_day,
      md5(concat_ws(chr(10), l.kind, l.subject, l.preview, l.audience, l.shown, l.blocks::text)) as mark
    from mailing.letter l left join people.named n on n.id = l.decided_by where l.id = ${id}`.execute(tx)
  const [letter] = rows
  if (!letter) throw new Refusal('There is no such letter.', 404)
  return letter
}

/** Whether it has begun to go out: who gets it is settled then. */
export const hasBegun = ({ state }: Pick<OfficeLetter, 'state'>): boolean => state !== 'draft' && state !== 'scheduled'
