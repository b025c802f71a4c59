import { z } from 'zod'
import { csvFile } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database.ts'
import { allow } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.ts'
import { router, todayOf } from '../../platform/web.ts'
import { mayWrite } from '../permissions.ts'
import { ReadsPage } from './pages/ReadsPage.tsx'
import * as figures from './readFigures.ts'
import { readsTable } from './readsTable.ts'
import { readsSetting } from './settings.ts'

const HOME = '/office/website/reads'
const [PAGES_SHOWN, HOSTS_SHOWN] = [15, 10]

/** How often the website is read. */
export const readsRoutes = router()

const asked = z.object({ year: z.coerce.number().int().min(2000).max(2200).optional().catch(undefined) })

readsRoutes.get(HOME, async (c) => {
  allow(mayWrite(c.var.actor))
  const { year } = asked.parse(c.req.query())
  const report = await c.var.read((tx) => readReport(tx, todayOf(c), year))
  return c.html(<ReadsPage frame={c.var.officeFrame()} report={report} />)
})

/** The last 30 days, or a year. */
readsRoutes.get(`${HOME}/:span{(?:30-days|[0-9]{4})\\.csv}`, async (c) => {
  allow(mayWrite(c.var.actor))
  const span = c.req.param('span').replace('.csv', '')
  const days = span === '30-days' ? figures.lastDays(todayOf(c), 30) : figures.wholeYear(Number(span))
  const rows = await c.var.read((tx) => figures.allReads(tx, days))
  return csvFile(c, `reads-${span}`, readsTable(rows))
})

/** What the page shows. Nine queries, whatever the number of reads. */
async function readReport(tx: Tx, today: string, wanted: number | undefined) {
  const lately = figures.lastDays(today, 30)
  const before = figures.lastDays(figures.daysBefore(today, 30), 30)
  const year = wanted ?? Number(today.slice(0, 4))
  return {
    counting: (await readSettings(tx, { counting: readsSetting })).counting,
    days: await figures.readsByDay(tx, lately),
    before: await figures.sumOfReads(tx, before),
    pages: await figures.mostRead(tx, lately, PAGES_SHOWN),
    referrers: await figures.referrers(tx, lately, HOSTS_SHOWN),
    years: await figures.yearsRead(tx),
    year,
    months: await figures.readsByMonth(tx, year),
    pagesOfYear: await figures.mostRead(tx, figures.wholeYear(year), PAGES_SHOWN),
  }
}
export type ReadReport = Awaited<ReturnType<typeof readReport>>
