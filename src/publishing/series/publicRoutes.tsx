import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SitemapEntry } from '../../platform/slice.ts'
import { router } from '../../platform/web.ts'
import { publicSite } from '../public/frame.tsx'
import { AllSeriesPage } from './pages/AllSeriesPage.tsx'
import { SeriesPage } from './pages/SeriesPage.tsx'
import { listShown } from './shown.ts'

/** Series as readers see them. */
export const seriesRoutes = router()

seriesRoutes.get('/series', async (c) => {
  const { site, series } = await c.var.read(async (tx) => ({
    site: await publicSite(tx, c.var),
    series: await listShown(tx),
  }))
  const head = { title: 'Series', canonical: `${c.var.origin}/series` }
  return c.html(<AllSeriesPage {...{ head, site, series }} />)
})

seriesRoutes.get('/series/:slug', async (c) => {
  const { site, series } = await c.var.read(async (tx) => ({
    site: await publicSite(tx, c.var),
    series: (await listShown(tx, c.req.param('slug')))[0],
  }))
  if (!series) throw new Refusal('There is no page at this address.', 404)
  const head = {
    title: series.name,
    description: series.about || undefined,
    canonical: c.var.origin + series.href,
  }
  return c.html(<SeriesPage {...{ head, site, series }} />)
})

/** Nothing before there is a series with something to read. */
export async function seriesSitemap(tx: Tx): Promise<readonly SitemapEntry[]> {
  const series = await listShown(tx)
  const paths = series.length ? ['/series', ...series.map(({ href }) => href)] : []
  return paths.map((path) => ({ path, changedAt: null }))
}
