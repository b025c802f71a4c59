import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { type Counted, countWords } from '../../platform/cameFrom.ts'
import type { Tx } from '../../platform/database.ts'
import { readSettings } from '../../platform/settings.ts'
import type { Readable } from './readPages.ts'
import { OTHER } from './referrers.ts'
import { readsSetting } from './settings.ts'

/** Reads of one page on one civil day, from one host. */
export interface Read extends Readable {
  readonly day: string
  readonly referrer: string
  readonly reads: number
}

/** Anybody can send any referrer: beyond these, a group's day knows "other". */
const MOST_HOSTS_A_DAY = 100

/**
 * Adds to what was counted before. Paths at which no entry stands, or stood until a moment ago, are dropped, and everything
 * when the group counts nothing.
 */
export async function addReads(act: Act, reads: readonly Read[], words: readonly Counted[] = []): Promise<void> {
  const { counting } = await readSettings(act.tx, { counting: readsSetting })
  if (!counting || !reads.length) return
  if (words.length) await countWords(act, words)
  const known = await hostsOf(act.tx, new Set(reads.map(({ day }) => day)))
  const bounded = reads.map((read) => ({ ...read, referrer: admitted(read, known) }))
  await sql`
    insert into publishing.read_count as r (group_id, day, entry_id, list, referrer, reads)
    select ${act.group.id}, c.day, a.entry_id, c.list, c.referrer, sum(c.reads)
    from jsonb_to_recordset(${JSON.stringify(bounded)}::jsonb) as c (day date, list text, paths text[], referrer text, reads int)
    left join lateral (
      select coalesce(at.entry_id, now.entry_id) as entry_id from publishing.address at
      left join publishing.address now on now.path = at.target and now.kind = 'entry'
      where at.path = any(c.paths) and at.kind in ('entry', 'redirect')
      order by array_position(c.paths, at.path) limit 1) a on true
    where c.list is not null or a.entry_id is not null
    group by c.day, a.entry_id, c.list, c.referrer
    on conflict (group_id, day, entry_id, list, referrer) do update set reads = r.reads + excluded.reads`.execute(
    act.tx,
  )
}

async function hostsOf(tx: Tx, days: ReadonlySet<string>): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .selectFrom('publishing.read_count')
    .select(['day', 'referrer'])
    .distinct()
    .where('day', 'in', [...days])
    .execute()
  const known = new Map([...days].map((day) => [day, new Set<string>()]))
  for (const { day, referrer } of rows) known.get(day)?.add(referrer)
  return known
}

function admitted({ day, referrer }: Read, known: ReadonlyMap<string, Set<string>>): string {
  const hosts = known.get(day)!
  if (referrer === '' || hosts.has(referrer)) return referrer
  if (hosts.size >= MOST_HOSTS_A_DAY) return OTHER
  hosts.add(referrer)
  return referrer
}
