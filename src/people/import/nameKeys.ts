import { type RawBuilder, sql } from 'kysely'

/** SQL: a name in its letters and figures alone, without accents and capitals, for comparing. */
export const nameKey = (name: RawBuilder<unknown>) =>
  sql`regexp_replace(lower(unaccent(${name})), '[[:space:][:punct:]’‘]', '', 'g')`
