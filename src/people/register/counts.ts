import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type Column, type Condition, conditionsOf } from './conditions.ts'
import { onRegister } from '../onRegister.ts'
import type { Filter } from './filter.ts'
import type { Asking } from './list.ts'

/**
 * How many people each of several filters finds, in one reading of the group. People who are alike in every column asked of
 * are counted together first, so that twenty filters are put to some hundred sorts of people and not to each of them.
 */
export async function countAll(tx: Tx, filters: readonly Filter[], asking: Asking): Promise<readonly number[]> {
  if (!filters.length) return []
  const asked = filters.map((filter) => conditionsOf(filter, asking))
  const columns = [...new Set(asked.flat().flatMap(({ column }) => column ?? []))]
  const { answers, of } = otherQuestions(asked)
  const sorts = [...columns.map((column) => sql.ref(`p.${column}`)), ...answers]
  const sums = asked.map(
    (conditions, n) =>
      sql`coalesce(sum(p.n) filter (where ${sql.join(conditions.map(of), sql` and `)}), 0)::int as ${sql.ref(`v${n}`)}`,
  )
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(sums)} from (
      select ${sql.join([...sorts, sql`count(*) as n`])} from people.person p where ${onRegister}
      ${grouped(columns, answers)}) p`.execute(tx)
  return filters.map((_, n) => rows[0]![`v${n}`]!)
}

/** What asks of more than a column becomes one: its answer, yes or no. */
function otherQuestions(asked: readonly (readonly Condition[])[]): {
  readonly answers: readonly RawBuilder<unknown>[]
  readonly of: (condition: Condition) => RawBuilder<unknown>
} {
  const names = new Map<Condition, string>()
  const answers = asked.flat().flatMap((condition) => {
    if (condition.column) return []
    const name = `a${names.size}`
    names.set(condition, name)
    return [sql`(${condition.is}) as ${sql.ref(name)}`]
  })
  return { answers, of: (condition) => (condition.column ? condition.is : sql.ref(`p.${names.get(condition)!}`)) }
}

function grouped(columns: readonly Column[], answers: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const places = Array.from({ length: columns.length + answers.length }, (_, n) => sql.lit(n + 1))
  return places.length ? sql`group by ${sql.join(places)}` : sql``
}
