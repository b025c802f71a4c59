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

/** SQL about rows `r` of this list: those that come in as new people, those of people who are known, and both. */
export const newRows = ({ one }: Bringing) => sql`r.import_id = ${one.id} and r.state = 'new'`
export const changedRows = ({ one }: Bringing) => sql`r.import_id = ${one.id} and r.state = 'changed'`
export const comingRows = ({ one }: Bringing) => sql`r.import_id = ${one.id} and r.state in ('new', 'changed')`
