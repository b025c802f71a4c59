import { sql } from 'kysely'
import type { Act } from './act.ts'
import { Refusal } from './refusal.ts'

export interface Limit {
  /** A keyed hash of whoever is limited; never an address itself. */
  readonly key: string
  readonly times: number
  readonly minutes: number
}

/** Counts one more time and refuses with 429 beyond the limit. Windows are fixed, so old rows need no reading. */
export async function limit(act: Act, { key, times, minutes }: Limit): Promise<void> {
  const span = minutes * 60_000
  const window = new Date(Math.floor(act.at.getTime() / span) * span)
  const { rows } = await sql<{ count: number }>`
    insert into platform.rate as r (group_id, key, window_at, count) values (${act.group.id}, ${key}, ${window}, 1)
    on conflict (group_id, key, window_at) do update set count = r.count + 1 returning count`.execute(act.tx)
  if (rows[0]!.count > times)
    throw new Refusal(
      `That was tried too often. Wait ${minutes > 60 ? 'until tomorrow' : `${minutes} minutes`} and try again.`,
      429,
    )
}
