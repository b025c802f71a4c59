import { router } from '../../platform/web.ts'
import { archiveRoutes, dateRoutes } from './archiveRoutes.tsx'
import { entryRoutes } from './entryRoutes.tsx'
import { feedRoutes } from './feedRoutes.ts'
import { machineRoutes } from './machineRoutes.ts'
import { oldAddressRoutes } from './oldAddressRoutes.ts'
import { pictureRoutes } from './pictureRoutes.ts'
import { searchRoutes } from './searchRoutes.tsx'

/** The public website, but for the addresses that are data. */
export const publicRoutes = router()
for (const routes of [machineRoutes, feedRoutes, searchRoutes, archiveRoutes, pictureRoutes, oldAddressRoutes]) {
  publicRoutes.route('/', routes)
}

/** Archives by date and, where there is none, entries. */
export const publicAddresses = router()
for (const routes of [dateRoutes, entryRoutes]) publicAddresses.route('/', routes)

/** First parts of the addresses above, which no entry may take. */
export const publicPrefixes: readonly string[] = [
  '/appeared-in',
  '/posts',
  '/author',
  '/category',
  '/tag',
  '/page',
  '/feed',
  '/feed.json',
  '/comments',
  '/search',
  '/series',
  '/officers',
  '/files',
  '/wp-content',
  '/wp-admin',
  '/wp-json',
  '/wp-login.php',
  '/xmlrpc.php',
  '/robots.txt',
  '/sitemap',
  '/sitemap.xml',
  '/favicon.svg',
  '/favicon.ico',
]
