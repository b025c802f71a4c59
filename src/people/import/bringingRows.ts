import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { MemberImport } from './imports.ts'

/** What every part of bringing in one list has at hand. */
export interface Bringing {
  readonly act: Act
  readonly one: MemberImport
  /** The group's own day. */
  readonly today: string
}

/**
 * SQL about rows `r` of this list: those that come in as new people, those of people who are known, and both. Where
 * only their ids are wanted, `= any(array(…))` has them looked up once: a subquery with `in` was asked again for every person.
 */
export const newRows = ({ one }: Bringing) => sql`r.import_id = ${one.id} and r.state = 'new'`
export const changedRows = ({ one }: Bringing) => sql`r.import_id = ${one.id} and r.state = 'changed'`
export const comingRows = ({ one }: Bringing) => sql`r.import_id = ${one.id} and r.state in ('new', 'changed')`

/** SQL: whom row `r` is about, on the register already or from now on. */
export const whoOf = sql<string>`coalesce(r.person_id, r.new_id)`
