import { on } from '../platform/journal.ts'
import type { Slice } from '../platform/slice.ts'
import { importWordPressCommand } from './import/command.ts'
import { entryPublished, siteImported } from './events.ts'
import { publishAllDue, publishDue } from './jobs.ts'
import { publicAddresses, publicPrefixes, publicRoutes } from './public/routes.ts'
import { publicSamples } from './public/samples.ts'
import { searches } from './public/search.ts'
import { siteSettings } from './public/settings.ts'
import { sitemap } from './public/sitemap.ts'
import { gatherAllWords, gatherWords } from './public/wordLists.ts'

/** The public website: posts, pages, addresses, authors, menus, comments, search, feeds, imports. */
export const publishing: Slice = {
  name: 'publishing',
  needs: ['people', 'writing'],
  prefixes: ['/office/posts', '/office/pages', '/office/website', ...publicPrefixes],
  routes: publicRoutes,
  addresses: publicAddresses,
  samples: publicSamples,
  searches,
  sitemap,
  settings: siteSettings,
  commands: [importWordPressCommand],
  jobs: [publishDue, gatherWords],
  timetable: [
    { job: publishAllDue, cron: '* * * * *' },
    { job: gatherAllWords, cron: '41 2 * * *' },
  ],
  listens: [on(entryPublished, gatherWords), on(siteImported, gatherAllWords)],
}

export * as addresses from './entryAddresses.ts'
export * as authors from './authors.ts'
export * as entries from './entries.ts'
export * as menus from './menus.ts'
export * as pictures from './pictures.ts'
export * as terms from './terms.ts'
export { answerFrontPage } from './public/entryRoutes.tsx'
export { publicSite } from './public/frame.tsx'
export { siteFeeds } from './public/head.ts'
export { latestPosts, type ListedPost } from './public/posts.ts'
export * from './public/settings.ts'
export { listEntries } from './entryList.ts'
export { chosenPicture } from './public/chosenPicture.ts'
