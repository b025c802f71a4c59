import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { Check, Slice, TodayItem } from '../platform/slice.ts'
import { register } from '../people/index.ts'
import { router, todayOf, type Web } from '../platform/web.ts'
import { elsewhereOf, figures } from '../publishing/index.ts'
import { recentActivity } from './activity.ts'
import { greeting } from './greeting.ts'
import { asKpis } from './kpis.ts'
import { TodayPage } from './pages/TodayPage.tsx'
import { settingUpSteps } from './steps.ts'

export const todayRoutes = router()

const HAPPENINGS = 8

todayRoutes.get('/office', async (c) => {
  const { actor, group, slices, services, personName } = c.var
  const at = new Date()
  const { zone } = group
  const mailSet = services.config.smtpUrl !== undefined
  const found = await c.var.read(async (tx) => {
    const website = await figures(tx, { at, zone })
    const published = website.posts + website.pages
    return {
      elsewhere: await elsewhereOf(tx),
      kpis: asKpis(website, zone, await membersFor(tx, c)),
      items: await needsYou(tx, { slices, actor }),
      steps: await settingUpSteps(tx, { at, zone, published, mailSet, checks: await allChecks(tx, slices) }),
      activity: await recentActivity(tx, HAPPENINGS),
    }
  })
  const hello = greeting({ name: personName ?? '', at, zone })
  return c.html(<TodayPage frame={c.var.officeFrame()} hello={hello} at={at} zone={zone} {...found} />)
})

/** Who may not open the register is not told how many are on it. */
const membersFor = async (tx: Tx, c: Web) =>
  register.maySeeRegister(c.var.actor) ? register.membersOverYear(tx, todayOf(c)) : null

/** What every slice has for this officer, in the order of the slices; what is worst comes first. */
async function needsYou(
  tx: Tx,
  { slices, actor }: { slices: readonly Slice[]; actor: Actor },
): Promise<readonly TodayItem[]> {
  const items: TodayItem[] = []
  for (const { today } of slices) if (today) items.push(...(await today(tx, actor)))
  return items.toSorted((a, b) => WEIGHT[a.tone] - WEIGHT[b.tone])
}

const WEIGHT: Readonly<Record<TodayItem['tone'], number>> = { bad: 0, warn: 1, plain: 2 }

async function allChecks(tx: Tx, slices: readonly Slice[]): Promise<readonly Check[]> {
  const found: Check[] = []
  for (const { checks } of slices) if (checks) found.push(...(await checks(tx)))
  return found
}
