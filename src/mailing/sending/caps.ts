import { z } from 'zod'
import { setting } from '../../platform/settings.ts'
import type { Caps } from './rules.ts'

const cap = z.number().int().min(1).max(10_000_000).nullable()

/** How many letters the group's mail provider takes: in a second, an hour and a day. Copied into each letter at its decision. */
export const capsSetting = setting<Caps>('mailing.caps', z.object({ per_second: cap, per_hour: cap, per_day: cap }), {
  per_second: null,
  per_hour: null,
  per_day: null,
})
