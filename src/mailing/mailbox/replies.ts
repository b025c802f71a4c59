import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { onPage } from '../../platform/rowLimits.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { repliesForgotten, replyDone, replyReopened } from './events.ts'

/** The page with all replies. */
export const REPLIES = '/office/letters/replies'
export const REPLIES_A_PAGE = 25
/** A person's words are kept so long. */
export const KEPT_DAYS = 90

export type Shelf = 'open' | 'done'

export const hrefOf = ({ shelf, page }: { shelf: Shelf; page: number }): string =>
  `${REPLIES}?shelf=${shelf}${page > 1 ? `&page=${page}` : ''}`

/** What a reader answered, or that they complained. */
export interface Reply {
  readonly id: string
  readonly kind: 'reply' | 'complaint'
  readonly letterId: string
  readonly letter: string
  readonly personId: string | null
  /** Of the person on the register; null when somebody else wrote, or they were erased. */
  readonly name: string | null
  /** Null, like the words, of a complaint, and after ninety days. */
  readonly writer: string | null
  readonly subject: string | null
  readonly words: string | null
  readonly cameAt: Date
  readonly endedNewsletter: boolean
}

const SHOWN = sql`i.kind in ('reply', 'complaint')`
const onShelf = (shelf: Shelf) => (shelf === 'open' ? sql`i.done_at is null` : sql`i.done_at is not null`)

export async function list(
  tx: Tx,
  { shelf, page }: { readonly shelf: Shelf; readonly page: number },
): Promise<readonly Reply[]> {
  const { rows } = await sql<Reply>`
    select i.id, i.kind, i.letter_id as "letterId", l.subject as letter, i.person_id as "personId", n.name, r.writer, r.subject,
      r.words, i.came_at as "cameAt", i.ended_newsletter as "endedNewsletter"
    from mailing.incoming i join mailing.letter l on l.id = i.letter_id
    left join mailing.reply r on r.id = i.id left join people.named n on n.id = i.person_id
    where ${SHOWN} and ${onShelf(shelf)} order by i.came_at desc, i.id desc
    ${onPage(page, REPLIES_A_PAGE)}`.execute(tx)
  return rows
}

export interface RepliesCounted {
  readonly open: number
  readonly done: number
  /** Of those open. */
  readonly complaints: number
}

export async function count(tx: Tx): Promise<RepliesCounted> {
  const { rows } = await sql<RepliesCounted>`
    select count(*) filter (where i.done_at is null)::int as open, count(*) filter (where i.done_at is not null)::int as done,
      count(*) filter (where i.done_at is null and i.kind = 'complaint')::int as complaints
    from mailing.incoming i where ${SHOWN}`.execute(tx)
  return rows[0]!
}

/** An officer has seen to it. */
export const finish = (act: Act, id: string): Promise<void> => put(act, id, 'done')
/** It needs somebody once more. */
export const reopen = (act: Act, id: string): Promise<void> => put(act, id, 'open')

async function put(act: Act, id: string, to: Shelf): Promise<void> {
  const { rows } = await sql<{ letter: string; done: boolean }>`
    select i.letter_id as letter, i.done_at is not null as done from mailing.incoming i
    where i.id = ${id} and ${SHOWN} for update`.execute(act.tx)
  const [found] = rows
  if (!found) throw new Refusal('There is no such reply.', 404)
  if (found.done === (to === 'done')) return
  await keepForUndo(act, { table: 'mailing.incoming', key: { id } })
  const by = to === 'done' ? act.by.personId : null
  await sql`update mailing.incoming set done_at = ${to === 'done' ? act.at : null}, done_by = ${by} where id = ${id}`.execute(
    act.tx,
  )
  await record(act, to === 'done' ? replyDone : replyReopened, { letter: found.letter, incoming: id })
}

/** Nobody's words are kept for longer than ninety days. That they wrote stays, for the count. */
export async function forgetOld(act: Act): Promise<void> {
  const before = new Date(act.at.getTime() - KEPT_DAYS * 86_400_000)
  const { numAffectedRows } = await sql`
    delete from mailing.reply r using mailing.incoming i where i.id = r.id and i.came_at < ${before}`.execute(act.tx)
  if (numAffectedRows) await record(act, repliesForgotten, { replies: Number(numAffectedRows) })
}
