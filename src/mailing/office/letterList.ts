import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { onPage } from '../../platform/rowLimits.ts'
import type { LetterState } from '../sending/letters.ts'
import type { LetterKind } from '../sending/rules.ts'

export const LETTERS_A_PAGE = 20

/** Ways of looking at the list, and the states each holds. */
export const shelves = {
  all: ['draft', 'scheduled', 'sending', 'paused', 'stopped', 'sent'],
  drafts: ['draft'],
  scheduled: ['scheduled'],
  sending: ['sending', 'paused'],
  sent: ['sent', 'stopped'],
} as const satisfies Record<string, readonly LetterState[]>
export type LetterShelf = keyof typeof shelves
export const shelfKeys = Object.keys(shelves) as readonly LetterShelf[]

export const listForm = z.object({
  show: z.enum(['all', 'drafts', 'scheduled', 'sending', 'sent']).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ListAsked = z.infer<typeof listForm>

export interface ListedLetter {
  readonly id: string
  readonly kind: LetterKind
  readonly subject: string
  readonly state: LetterState
  readonly audience: string
  /** When it goes or went out; for a draft, when it was begun. */
  readonly at: Date
  readonly readers: number
  readonly accepted: number
  readonly uncertain: number
  /** The server could not be used, or refused too many. */
  readonly trouble: string | null
}
export interface LetterList {
  readonly counts: Readonly<Record<LetterShelf, number>>
  readonly letters: readonly ListedLetter[]
}

/** A page of letters, the newest first, and how many stand on each shelf. Two queries. */
export async function readLetters(tx: Tx, { show, page }: ListAsked): Promise<LetterList> {
  const { rows: states } = await sql<{ state: LetterState; n: number }>`
    select state, count(*)::int as n from mailing.letter group by state`.execute(tx)
  const count = (shelf: LetterShelf): number =>
    states
      .filter(({ state }) => (shelves[shelf] as readonly string[]).includes(state))
      .reduce((sum, { n }) => sum + n, 0)
  const { rows: letters } = await sql<ListedLetter>`
    with shown as (
      select id, kind, subject, state, audience_name as audience, coalesce(send_at, made_at) as at, trouble
      from mailing.letter where state = any(${shelves[show]}::text[])
      order by state <> 'draft', coalesce(send_at, made_at) desc, id desc
      ${onPage(page, LETTERS_A_PAGE)})
    select s.*, d.readers, d.accepted, d.uncertain from shown s cross join lateral (
      select count(*)::int as readers, count(*) filter (where state = 'accepted')::int as accepted,
        count(*) filter (where state = 'uncertain')::int as uncertain
      from mailing.delivery where letter_id = s.id) d
    order by s.state <> 'draft', s.at desc, s.id desc`.execute(tx)
  return { counts: Object.fromEntries(shelfKeys.map((key) => [key, count(key)])) as LetterList['counts'], letters }
}
