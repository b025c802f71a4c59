import { on } from '../platform/journal.ts'
import type { Slice } from '../platform/slice.ts'
import { importWordPressCommand } from './import/command.ts'
import { importSamples } from './import/samples.ts'
import { importToday } from './import/today.ts'
import { importUploaded } from './import/uploadedImport.ts'
import { entryPublished, siteImported } from './events.ts'
import { publishAllDue, publishDue } from './jobs.ts'
import { erase, holds } from './holdings.ts'
import { navigation } from './office/navigation.ts'
import { officePrefixes } from './office/routes.ts'
import { officeSamples } from './office/samples.ts'
import { publicAddresses, publicPrefixes } from './public/routes.ts'
import { publicSamples } from './public/samples.ts'
import { searches } from './public/search.ts'
import { siteSettings } from './public/settings.ts'
import { sitemap } from './public/sitemap.ts'
import { gatherAllWords, gatherWords } from './public/wordLists.ts'
import { routes } from './routes.ts'

/** The public website: posts, pages, addresses, authors, menus, comments, search, feeds, imports. */
export const publishing: Slice = {
  name: 'publishing',
  needs: ['people', 'writing'],
  prefixes: [...officePrefixes, '/office/website', ...publicPrefixes],
  routes,
  addresses: publicAddresses,
  samples: async (tx) => [...(await publicSamples(tx)), ...(await officeSamples(tx)), ...(await importSamples(tx))],
  searches,
  sitemap,
  settings: siteSettings,
  holds,
  erase,
  navigation,
  commands: [importWordPressCommand],
  jobs: [publishDue, gatherWords, importUploaded],
  today: importToday,
  timetable: [
    { job: publishAllDue, cron: '* * * * *' },
    { job: gatherAllWords, cron: '41 2 * * *' },
  ],
  listens: [on(entryPublished, gatherWords), on(siteImported, gatherAllWords)],
}

export * as addresses from './entryAddresses.ts'
export * as authors from './authors.ts'
export * as entries from './entries.ts'
export * as comments from './receivedComments.ts'
export { type Figures, figures } from './figures.ts'
export * as imports from './import/imports.ts'
export { importWordPress } from './import/wordpressImport.ts'
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
