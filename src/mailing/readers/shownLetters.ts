import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { atMost, onPage } from '../../platform/rowLimits.ts'
import type { PublicLink } from '../../platform/slice.ts'
import { type Block, readBlocks } from '../blocks/block.ts'

export const LETTERS_A_PAGE = 20
const ITEMS_OF_FEED = 20

/** Who asks: letters for members only are there for members only. */
export interface Asker {
  readonly member: boolean
}

/** A letter that went out, as lists on the website show it. */
export interface ListedLetter {
  readonly id: string
  readonly slug: string
  readonly subject: string
  readonly preview: string
  readonly membersOnly: boolean
  readonly sentAt: Date
}
export interface ShownLetter extends ListedLetter {
  readonly blocks: readonly Block[]
}
/** The letters before and after, as far as the same reader may read them. */
export interface Neighbours {
  readonly earlier: ListedLetter | null
  readonly later: ListedLetter | null
}

/** A notice calls members, so it is for them, whatever was chosen. */
const MEMBERS_ONLY = sql<boolean>`(l.shown = 'members' or l.kind = 'notice')`
const ON_THE_WEB = sql`l.filled_at is not null and l.slug is not null and l.shown <> 'no'`
const readableBy = ({ member }: Asker) => (member ? ON_THE_WEB : sql`${ON_THE_WEB} and not ${MEMBERS_ONLY}`)
const LISTED = sql`l.id, l.slug, l.subject, l.preview, ${MEMBERS_ONLY} as "membersOnly", l.send_at as "sentAt"`
const NEWEST_FIRST = sql`order by l.send_at desc, l.id desc`

/** One page of letters, the newest first, and how many there are. Two queries. */
export async function list(
  tx: Tx,
  { page, ...asker }: Asker & { readonly page: number },
): Promise<{ readonly letters: readonly ListedLetter[]; readonly total: number }> {
  const { rows: letters } = await sql<ListedLetter>`
    select ${LISTED} from mailing.letter l where ${readableBy(asker)} ${NEWEST_FIRST}
    ${onPage(page, LETTERS_A_PAGE)}`.execute(tx)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from mailing.letter l where ${readableBy(asker)}`.execute(tx)
  return { letters, total: rows[0]!.n }
}

/** The way to them. */
export const lettersLink: PublicLink = {
  label: 'Our letters',
  href: '/letters',
  when: sql<boolean>`exists (select from mailing.letter l where ${readableBy({ member: false })})`,
}

/** A letter by the end of its address, whoever may read it: asks the caller to look at `membersOnly`. */
export async function find(tx: Tx, slug: string): Promise<ShownLetter | undefined> {
  const { rows } = await sql<ListedLetter & { blocks: unknown }>`
    select ${LISTED}, l.blocks from mailing.letter l where l.slug = ${slug} and ${ON_THE_WEB}`.execute(tx)
  const [row] = rows
  return row && { ...row, blocks: readBlocks(row.blocks) }
}

export async function neighbours(tx: Tx, { sentAt, id }: ListedLetter, asker: Asker): Promise<Neighbours> {
  const { rows } = await sql<ListedLetter & { later: boolean }>`
    (select ${LISTED}, false as later from mailing.letter l
      where ${readableBy(asker)} and (l.send_at, l.id) < (${sentAt}, ${id}) ${NEWEST_FIRST} limit 1)
    union all
    (select ${LISTED}, true from mailing.letter l
      where ${readableBy(asker)} and (l.send_at, l.id) > (${sentAt}, ${id}) order by l.send_at, l.id limit 1)`.execute(
    tx,
  )
  return { earlier: rows.find(({ later }) => !later) ?? null, later: rows.find(({ later }) => later) ?? null }
}

/** The newest letters with their blocks, for the feed: those that anybody may read. */
export async function newest(tx: Tx): Promise<readonly ShownLetter[]> {
  const { rows } = await sql<ListedLetter & { blocks: unknown }>`
    select ${LISTED}, l.blocks from mailing.letter l where ${readableBy({ member: false })} ${NEWEST_FIRST}
    ${atMost(ITEMS_OF_FEED)}`.execute(tx)
  return rows.map(({ blocks, ...row }) => ({ ...row, blocks: readBlocks(blocks) }))
}

/** For the sitemap: every letter that anybody may read. */
export async function addresses(tx: Tx): Promise<readonly Pick<ListedLetter, 'slug' | 'sentAt'>[]> {
  const { rows } = await sql<Pick<ListedLetter, 'slug' | 'sentAt'>>`
    select l.slug, l.send_at as "sentAt" from mailing.letter l where ${readableBy({ member: false })} ${NEWEST_FIRST}`.execute(
    tx,
  )
  return rows
}

/** By which delivery a letter went to somebody; null when it did not. */
export async function deliveryTo(tx: Tx, letterId: string, personIds: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from mailing.delivery where letter_id = ${letterId} and person_id = any(${personIds}::uuid[]) limit 1`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}
