import { type RawBuilder, sql } from 'kysely'

/**
 * SQL for at most so many rows. The figure stands in the statement: statements are planned once for all values (decision 6), and a
 * limit that is one of the values the planner takes for a tenth of the rows, for which it may read a whole table.
 */
export const atMost = (count: number): RawBuilder<unknown> => sql`limit ${sql.lit(count)}`

/** SQL for the rows of one page of a list; pages are counted from 1. Most people look at the first, which has a plan of its own. */
export const onPage = (page: number, size: number): RawBuilder<unknown> =>
  page > 1 ? sql`${atMost(size)} offset ${(page - 1) * size}` : atMost(size)
