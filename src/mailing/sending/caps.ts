import { sql } from 'kysely'
import { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import { readSettings, setting } from '../../platform/settings.ts'
import type { Caps } from './rules.ts'

const cap = z.number().int().min(1).max(10_000_000).nullable()

/** How many letters the group's mail provider takes: in a second, an hour and a day. Copied into each letter at its decision. */
export const capsSetting = setting<Caps>('mailing.caps', z.object({ per_second: cap, per_hour: cap, per_day: cap }), {
  per_second: null,
  per_hour: null,
  per_day: null,
})

/** Part of every decision: a later change of the setting does not touch a letter on its way. */
export async function copyCaps({ tx }: Act, letterId: string): Promise<void> {
  const { caps } = await readSettings(tx, { caps: capsSetting })
  await sql`update mailing.letter set per_second = ${caps.per_second}, per_hour = ${caps.per_hour}, per_day = ${caps.per_day}
    where id = ${letterId} and state = 'draft'`.execute(tx)
}
