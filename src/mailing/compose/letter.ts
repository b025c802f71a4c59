import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Block, readBlocks } from '../blocks/block.ts'
import type { LetterState } from '../sending/letters.ts'
import type { LetterKind } from '../sending/rules.ts'

/** Who may read a letter on the website once it was sent. */
export const showings = ['public', 'members', 'no'] as const
export type Showing = (typeof showings)[number]

/** A notice calls members, so everybody is no choice for it. The first is taken when nothing was chosen. */
export const showingsOf = (kind: LetterKind): readonly Showing[] =>
  kind === 'notice' ? showings.filter((one) => one !== 'public') : showings

/** A letter as its writers see it. */
export interface WrittenLetter {
  readonly id: string
  readonly kind: LetterKind
  readonly subject: string
  readonly preview: string
  readonly blocks: readonly Block[]
  readonly shown: Showing
  readonly slug: string | null
  readonly state: LetterState
  readonly sendAt: Date | null
  readonly madeAt: Date
}

type Row = Omit<WrittenLetter, 'blocks'> & { readonly blocks: unknown }

/** @throws Refusal 404 when the group has no such letter */
export const findLetter = (tx: Tx, id: string): Promise<WrittenLetter> => read(tx, id, false)

/** The same, and nobody else changes it before the act ends. */
export const lockLetter = (tx: Tx, id: string): Promise<WrittenLetter> => read(tx, id, true)

async function read(tx: Tx, id: string, lock: boolean): Promise<WrittenLetter> {
  const { rows } = await sql<Row>`
    select id, kind, subject, preview, blocks, shown, slug, state, send_at as "sendAt", made_at as "madeAt"
    from mailing.letter where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  const [row] = rows
  if (!row) throw new Refusal('There is no such letter.', 404)
  return { ...row, blocks: readBlocks(row.blocks) }
}
