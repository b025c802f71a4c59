import { router } from '../../platform/web.ts'
import { authorRoutes } from './authorRoutes.tsx'
import { entryRoutes } from './entryRoutes.tsx'
import { menuRoutes } from './menuRoutes.tsx'
import { pictureRoutes } from './pictureRoutes.tsx'
import { termRoutes } from './termRoutes.tsx'
import { versionRoutes } from './versionRoutes.tsx'

/** Everything officers do about the website. */
export const officeRoutes = router()
for (const kind of ['post', 'page'] as const) {
  officeRoutes.route('/', entryRoutes(kind))
  officeRoutes.route('/', versionRoutes(kind))
}
for (const routes of [menuRoutes, termRoutes, authorRoutes, pictureRoutes]) officeRoutes.route('/', routes)

export const officePrefixes: readonly string[] = [
  '/office/posts',
  '/office/pages',
  '/office/menu',
  '/office/terms',
  '/office/series',
  '/office/authors',
  '/office/pictures',
]
