import { router } from '../platform/web.ts'
import { OfficeSearchPage } from './pages/OfficeSearchPage.tsx'
import { searchAll, thingsToDo } from './search.ts'

export const searchRoutes = router()

const LONGEST = 200

searchRoutes.get('/office/search', async (c) => {
  const { actor, slices } = c.var
  const strong = c.var.session?.strong ?? false
  const words = (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, LONGEST)
  const hits = words ? await c.var.read((tx) => searchAll(tx, { slices, actor, strong, words })) : []
  return c.html(
    <OfficeSearchPage
      frame={c.var.officeFrame()}
      words={words}
      hits={hits}
      things={thingsToDo({ slices, actor, words })}
    />,
  )
})
