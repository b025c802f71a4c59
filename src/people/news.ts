import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { KnownGroup } from '../platform/groups.ts'
import { roleNames } from '../platform/roles.ts'
import type { NewsItem } from '../platform/slice.ts'
import { civilDay } from '../platform/time.ts'
import { plainDay } from '../ui/words.ts'
import * as vacancies from './vacancies/vacancies.ts'

/** Fewer might tell who joined. */
const FEWEST_JOINED = 3

/** How many joined since, and which offices need somebody. Nobody is named: that is theirs to say yes to. */
export async function news(tx: Tx, group: KnownGroup, since: Date): Promise<readonly NewsItem[]> {
  const from = civilDay(since, group.zone)
  const { rows } = await sql<{ joined: number }>`
    select count(distinct m.person_id)::int as joined from people.membership m join people.person p on p.id = m.person_id
    where m.kind = 'member' and m.from_on >= ${from}::date and m.to_on is null and p.merged_into is null`.execute(tx)
  const { joined } = rows[0]!
  const members: readonly NewsItem[] =
    joined < FEWEST_JOINED
      ? []
      : [
          {
            kind: 'figure',
            at: new Date(),
            value: String(joined),
            says: 'people have become members. Welcome to you all.',
            href: '',
          },
        ]
  const open = (await vacancies.open(tx)).map(({ role, openedAt, sayBy }): NewsItem => ({
    kind: 'line',
    at: openedAt,
    sentence: `We need somebody as ${roleNames[role].toLowerCase()}. If that could be you, say so by ${plainDay(sayBy)}.`,
    href: '/my/vacancies',
  }))
  return [...members, ...open]
}
