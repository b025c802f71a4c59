import { sql } from 'kysely'
import type { z } from 'zod'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import type { Setting } from './slice.ts'
import { keepForUndo } from './undo.ts'

/** A named value of a group's, declared by the slice that owns it. */
export interface SettingOf<T> extends Setting {
  readonly schema: z.ZodType<T>
  readonly standard: T
}

/** Declares a setting: what it may be and what it is before anyone has said otherwise. */
export const setting = <T>(name: `${string}.${string}`, schema: z.ZodType<T>, standard: T): SettingOf<T> => ({
  name,
  schema,
  standard,
})

/** Reads several settings in one query. A stored value that no longer fits its schema counts as not set. */
export async function readSettings<S extends Record<string, SettingOf<unknown>>>(
  tx: Tx,
  wanted: S,
): Promise<{ [K in keyof S]: S[K]['standard'] }> {
  const names = Object.values(wanted).map(({ name }) => name)
  const { rows } = await sql<{
    name: string
    value: unknown
  }>`select name, value from platform.setting where name = any(${names})`.execute(tx)
  const stored = new Map(rows.map(({ name, value }) => [name, value]))
  const entries = Object.entries(wanted).map(([key, { name, schema, standard }]) => {
    const parsed = schema.safeParse(stored.get(name))
    return [key, parsed.success ? parsed.data : standard] as const
  })
  return Object.fromEntries(entries) as { [K in keyof S]: S[K]['standard'] }
}

export async function writeSetting<T>(act: Act, { name, schema }: SettingOf<T>, value: T): Promise<void> {
  await keepForUndo(act, { table: 'platform.setting', key: { name } })
  await sql`insert into platform.setting (group_id, name, value) values (${act.group.id}, ${name}, ${JSON.stringify(schema.parse(value))}::jsonb)
    on conflict (group_id, name) do update set value = excluded.value`.execute(act.tx)
}
