import { router, type Web } from '../../platform/web.ts'
import { publicSite } from './frame.tsx'
import { SearchPage } from './pages/SearchPage.tsx'
import { RESULTS_A_PAGE, searchPublic } from './search.ts'
import { readSearch } from './searchWords.ts'
import { topCategories } from './terms.ts'

export const searchRoutes = router()

searchRoutes.get('/search', async (c) => {
  const asked = readSearch(c.req.query('q') ?? '')
  const exactly = c.req.query('exact') === '1'
  const page = pageAsked(c)
  const { site, answer, categories } = await c.var.read(async (tx) => {
    const found = asked.text === '' ? null : await searchPublic(tx, asked, { page, exactly })
    const ways = found?.total ? [] : await topCategories(tx)
    return { answer: found, categories: ways, site: await publicSite(tx, c.var) }
  })
  if (answer && page > 1 && answer.results.length === 0) return c.notFound()
  const pages = Math.ceil((answer?.total ?? 0) / RESULTS_A_PAGE)
  return c.html(
    <SearchPage {...{ site, asked: asked.text, answer, categories, page, pages, exactly }} zone={c.var.group.zone} />,
  )
})

/** What is no page number is the first page. */
function pageAsked(c: Web): number {
  const page = c.req.query('page') ?? ''
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
}
