import type { Tx } from '../../platform/database.ts'
import type { Sample, SitemapEntry } from '../../platform/slice.ts'
import { router } from '../../platform/web.ts'
import { publicSite } from '../public/frame.tsx'
import { PlacedPage } from './pages/PlacedPage.tsx'
import { listPlaced } from './shown.ts'

/** The list of articles placed elsewhere. */
export const placedRoutes = router()

placedRoutes.get('/appeared-in', async (c) => {
  const { group, origin } = c.var
  const { site, placed } = await c.var.read(async (tx) => ({
    site: await publicSite(tx, c.var),
    placed: await listPlaced(tx),
  }))
  const head = {
    title: 'Where our words appeared',
    description: `Articles and letters of ${group.name} in newspapers, magazines and on other websites.`,
    canonical: `${origin}/appeared-in`,
  }
  return c.html(<PlacedPage {...{ head, site, placed }} />)
})

export const placedSamples: readonly Sample[] = [{ route: '/appeared-in', address: '/appeared-in', as: 'visitor' }]

/** Nothing before there is something to list. */
export const placedSitemap = async (tx: Tx): Promise<readonly SitemapEntry[]> =>
  (await listPlaced(tx)).length ? [{ path: '/appeared-in', changedAt: null }] : []
