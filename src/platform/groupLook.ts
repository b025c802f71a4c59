import { sql } from 'kysely'
import { z } from 'zod'
import type { Act } from './act.ts'
import { setting, writeSetting } from './settings.ts'

/** What a group may change of itself in the table all groups share. `hue` in degrees, `chroma` up to .15 (OKLCH). */
const look = z.object({
  name: z.string().trim().min(1).max(120),
  hue: z.number().min(0).lt(360),
  chroma: z.number().min(0).max(0.15),
})
export type GroupLook = z.infer<typeof look>

/** A trigger carries its value into `platform.group` and tells every process; undo puts both back. */
export const lookSetting = setting('platform.look', look, { name: 'Group', hue: 162, chroma: 0.105 })

/** Gives the group another name or colour. Call `groups.load()` after the act, so that the next page shows it. */
export async function changeLook(act: Act, wanted: GroupLook): Promise<void> {
  const { name, hue, chroma } = act.group
  // The first change needs a row to go back to.
  await sql`insert into platform.setting (group_id, name, value)
    values (${act.group.id}, ${lookSetting.name}, ${JSON.stringify({ name, hue, chroma })}::jsonb) on conflict do nothing`.execute(
    act.tx,
  )
  await writeSetting(act, lookSetting, wanted)
}
