import { csvFile } from '../../platform/csv.ts'
import { allow } from '../../platform/refusal.ts'
import { router, todayOf, type Web } from '../../platform/web.ts'
import { strong } from '../factors/strong.ts'
import { kindPlurals } from '../kinds.ts'
import { maySeeRegister } from '../permissions.ts'
import { regionName } from '../places/lists.ts'
import { changesByMonth, countsOn } from './counts.ts'
import { dayAsked } from './dayAsked.ts'
import { NumbersPage } from './pages/NumbersPage.tsx'
import { seriesUpTo, yearsOf } from './series.ts'

const HOME = '/office/register/numbers'

/** How many people the group has, by kind, region and time, today and on any day before. They name nobody. */
export const numbersRoutes = router()

numbersRoutes.get(HOME, async (c) => {
  allowNumbers(c)
  const today = todayOf(c)
  const asked = dayAsked(c.req.query(), today)
  const { counts, changes } = await c.var.read(async (tx) => ({
    counts: await countsOn(tx, asked.day),
    changes: await changesByMonth(tx),
  }))
  const series = seriesUpTo(asked.day, changes)
  const years = yearsOf('member', changes)
  return c.html(
    <NumbersPage frame={c.var.officeFrame()} {...asked} today={today} counts={counts} series={series} years={years} />,
    asked.error ? 422 : 200,
  )
})

numbersRoutes.get(`${HOME}/:day{[0-9]{4}-[0-9]{2}-[0-9]{2}\\.csv}`, async (c) => {
  allowNumbers(c)
  const day = c.req.param('day').replace('.csv', '')
  const counts = await c.var.read((tx) => countsOn(tx, dayAsked({ on: day }, day).day))
  return csvFile(c, `people-on-${day}`, {
    columns: ['kind', 'region', 'people'],
    rows: counts.map(({ kind, region, people }) => [kindPlurals[kind], regionName(region), people]),
  })
})

function allowNumbers(c: Web): void {
  allow(maySeeRegister(c.var.actor), 'Only officers who see the register see its numbers.')
  strong(c)
}
