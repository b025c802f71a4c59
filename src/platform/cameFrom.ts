import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import { dayOf } from './time.ts'

/** The key of the plain word in a link that tells where it stood: '?via=december-2026'. It chooses nothing on a page. */
export const VIA = 'via'
const WORD = /^[a-z0-9-]{1,100}$/
/** Anybody may write any word into an address: beyond so many, a group's day learns no new ones. */
const MOST_WORDS_A_DAY = 100

export type CameFor = 'read' | 'comment' | 'join'

/** The word in an address, whole or only its path; null when there is none, or one that nobody of ours wrote. */
export function viaIn(address: string | undefined): string | null {
  if (!address?.includes(`${VIA}=`)) return null
  const word = URL.parse(address, 'http://here')?.searchParams.get(VIA)
  return word && WORD.test(word) ? word : null
}

/**
 * Counts what somebody did on a page whose address had the word: the Referer of their form says it, and browsers give it whole
 * to the website itself only (`referrer-policy: same-origin`). Nothing is kept of who it was.
 */
export async function cameFrom(act: Act, what: CameFor, referer: string | undefined): Promise<void> {
  const word = viaIn(referer)
  if (word) await countWords(act, [{ day: dayOf(act), word, what, times: 1 }])
}

export interface Counted {
  readonly day: string
  readonly word: string
  readonly what: CameFor
  readonly times: number
}

/** Adds to what was counted before. */
export async function countWords({ tx, group }: Act, counted: readonly Counted[]): Promise<void> {
  await sql`
    insert into platform.came_from as c (group_id, day, word, what, times)
    select ${group.id}, n.day, n.word, n.what, n.times
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as n (day date, word text, what text, times int)
    where exists (select from platform.came_from k where k.word = n.word)
      or (select count(distinct k.word) from platform.came_from k where k.day = n.day) < ${MOST_WORDS_A_DAY}
    on conflict (group_id, word, day, what) do update set times = c.times + excluded.times`.execute(tx)
}

/** All that ever came with a word. */
export async function whatCameWith(tx: Tx, word: string): Promise<Readonly<Record<CameFor, number>>> {
  const { rows } = await sql<{ what: CameFor; times: number }>`
    select what, sum(times)::int as times from platform.came_from where word = ${word} group by what`.execute(tx)
  const found = new Map(rows.map(({ what, times }) => [what, times]))
  return { read: found.get('read') ?? 0, comment: found.get('comment') ?? 0, join: found.get('join') ?? 0 }
}
