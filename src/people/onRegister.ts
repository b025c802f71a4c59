import { sql } from 'kysely'

/** SQL: person `p` is somebody: not merged into another, not erased. The words of the index `person_register`. */
export const onRegister = sql<boolean>`p.merged_into is null and p.sort_name <> ''`
