import { router } from './platform/web.ts'
import { GalleryPage } from './ui/gallery/GalleryPage.tsx'
import { samplePages } from './ui/gallery/stories.ts'

/** Every component in every state, for whoever works on the program (BACKBENCH_DEV). */
export const galleryRoutes = router()

galleryRoutes.get('/', (c) => c.html(<GalleryPage />))

galleryRoutes.get('/:name{[a-z-]+}', (c) => {
  const page = samplePages.find(({ name }) => name === c.req.param('name'))
  return page ? c.html(String(page.render())) : c.notFound()
})

/** Where each of its pages lies, for the tests that walk them. */
export const galleryAddresses: readonly string[] = ['/gallery', ...samplePages.map(({ name }) => `/gallery/${name}`)]
