import { sql } from 'kysely'
import type { Part } from '../visibility.ts'
import type { Asked, Eyes } from './eyes.ts'
import type { Filter } from './filter.ts'
import { anywhere } from '../../platform/likePattern.ts'
import { soughtWords } from './words.ts'
import { onRegister } from '../onRegister.ts'

/** Columns by which people are counted together: see `counts.ts`. */
export type Column = 'kind' | 'status' | 'region' | 'council' | 'constituency'

export interface Condition {
  /** The one column it asks of, if it asks of no other. */
  readonly column?: Column
  readonly is: Asked
}

/** Which part of a record each filter asks about: who does not see it cannot filter by it. */
export const partOf: Readonly<Partial<Record<keyof Filter, Part>>> = {
  region: 'place',
  council: 'place',
  constituency: 'place',
  part: 'topics',
  interest: 'topics',
  offer: 'topics',
  consent: 'consents',
  joined: 'membership',
  from: 'membership',
  to: 'membership',
  renews: 'membership',
}

/** A filter as questions, each narrowed to the records whose part it asks about is seen. */
export function conditionsOf(filter: Filter, { eyes, today }: { eyes: Eyes; today: string }): readonly Condition[] {
  const asked: Condition[] = eyes.rows ? [{ is: eyes.rows }] : []
  const add = (name: keyof Filter, is: Asked, column?: Column): void => {
    const part = partOf[name]
    if (part === undefined || eyes.everywhere(part)) asked.push({ is, ...(column && { column }) })
    else asked.push({ is: sql`(${eyes.part(part) ?? sql`false`} and ${is})` })
  }
  if (filter.status !== 'any')
    add('status', filter.status ? sql`p.status = ${filter.status}` : sql`p.status <> 'left'`, 'status')
  if (filter.kind) add('kind', sql`p.kind = ${filter.kind}`, 'kind')
  for (const place of ['region', 'council', 'constituency'] as const)
    if (filter[place]) add(place, sql`${sql.ref(`p.${place}`)} = ${filter[place]}`, place)
  if (filter.part)
    add(
      'part',
      sql`p.id in (select person_id from people.part_member where part_id = ${filter.part} and to_on is null)`,
    )
  for (const list of ['interest', 'offer'] as const)
    if (filter[list])
      add(list, sql`p.id in (select person_id from people.person_topic where topic_id = ${filter[list]})`)
  if (filter.consent) add('consent', CONSENT[filter.consent])
  if (filter.joined) add('joined', sql`p.joined_on >= date_trunc('month', ${today}::date::timestamp)::date`)
  if (filter.from) add('from', sql`p.joined_on >= ${filter.from}::date`)
  if (filter.to) add('to', sql`p.joined_on <= ${filter.to}::date`)
  if (filter.renews) add('renews', sql`p.renews_on < ${today}::date + 30 and p.status = 'current'`)
  for (const word of soughtWords(filter.q)) asked.push({ is: foundBy(word, eyes) })
  return asked
}

export const allOf = (conditions: readonly Condition[]): Asked =>
  sql`${sql.join([onRegister, ...conditions.map(({ is }) => is)], sql` and `)}`

const MAY_BE_SENT = sql`p.id in (select person_id from people.reachable where purpose = 'newsletter')`

const CONSENT: Readonly<Record<'yes' | 'none' | 'no', Asked>> = {
  yes: sql`${MAY_BE_SENT}`,
  none: sql`not (${MAY_BE_SENT})`,
  no: sql`p.id in (select person_id from people.objection where purpose = 'newsletter')`,
}

/** Where a word may stand, by the line of `found_by` that holds it. */
const LINES = [
  ['name', 1],
  ['contact', 2],
  ['place', 3],
] as const satisfies readonly (readonly [Part, number])[]

/** A word in a name, an address, a postcode or a note, of those the officer sees. The whole is looked through first: it is quick. */
function foundBy(word: string, eyes: Eyes): Asked {
  const pattern = anywhere(word)
  const inFacts = sql`p.found_by like ${pattern}`
  const noted = sql`p.id in (select n.person_id from people.note n where n.found_by like ${pattern})`
  const seesAllLines = LINES.every(([part]) => eyes.everywhere(part))
  const lines = LINES.map(
    ([part, line]) =>
      sql`(${eyes.part(part) ?? sql`false`} and split_part(p.found_by, E'\n', ${sql.lit(line)}) like ${pattern})`,
  )
  const facts = seesAllLines ? inFacts : sql`(${inFacts} and (${sql.join(lines, sql` or `)}))`
  const notes = eyes.part('notes')
  return notes ? sql`(${facts} or (${notes} and ${noted}))` : sql`${facts}`
}
