import { on } from '../platform/journal.ts'
import type { Slice } from '../platform/slice.ts'
import { commentJobs, commentTimetable } from './comments/jobs.ts'
import { commentSamples } from './comments/samples.ts'
import { commentsSetting } from './comments/settings.ts'
import { commentsToday } from './comments/today.ts'
import { exportWordPressCommand } from './export/command.ts'
import { exportSamples } from './export/exportRoutes.tsx'
import { contributes } from './export/exports.ts'
import { takeWebsiteOut } from './export/websiteExport.ts'
import { importWordPressCommand } from './import/command.ts'
import { importSamples } from './import/samples.ts'
import { importToday } from './import/today.ts'
import { importUploaded } from './import/uploadedImport.ts'
import { entryPublished, siteImported } from './events.ts'
import { publishAllDue, publishDue, someEntryIsDue } from './jobs.ts'
import { erase, holds } from './holdings.ts'
import { mediaJob } from './media/mediaJob.ts'
import { news } from './news.ts'
import { navigation } from './office/navigation.ts'
import { officePrefixes } from './office/routes.ts'
import { officeSamples } from './office/samples.ts'
import { officerPageSamples } from './officers/officerPageRoutes.tsx'
import { publicAddresses, publicPrefixes } from './public/routes.ts'
import { publicSite } from './public/frame.tsx'
import { publicSamples } from './public/samples.ts'
import { searches } from './public/search.ts'
import { siteSettings } from './public/settings.ts'
import { isElsewhere } from './public/elsewhere.ts'
import { sitemap } from './public/sitemap.ts'
import { gatherAllWords, gatherWords } from './public/wordLists.ts'
import { placedSamples, placedSitemap } from './provenance/placedRoutes.tsx'
import { readsSamples } from './reads/samples.ts'
import { readsSetting } from './reads/settings.ts'
import { routes } from './routes.ts'
import { seriesSitemap } from './series/publicRoutes.tsx'
import { seriesSamples } from './series/samples.ts'
import { searchSeries } from './series/search.ts'

/** The public website: posts, pages, addresses, authors, menus, comments, search, feeds, imports. */
export const publishing: Slice = {
  name: 'publishing',
  needs: ['people', 'writing'],
  prefixes: [...officePrefixes, '/my/officer-page', '/office/comments', '/office/website', ...publicPrefixes],
  routes,
  addresses: publicAddresses,
  samples: async (tx) => [
    ...(await publicSamples(tx)),
    ...(await officeSamples(tx)),
    ...(await importSamples(tx)),
    ...exportSamples,
    ...(await commentSamples(tx)),
    ...readsSamples,
    ...placedSamples,
    ...(await officerPageSamples(tx)),
    ...(await seriesSamples(tx)),
  ],
  publicSite,
  news,
  searches: async (tx, query) => [...(await searches(tx, query)), ...(await searchSeries(tx, query))],
  sitemap: async (tx) =>
    (await isElsewhere(tx))
      ? [{ path: '/', changedAt: null }]
      : [...(await sitemap(tx)), ...(await placedSitemap(tx)), ...(await seriesSitemap(tx))],
  settings: [...siteSettings, commentsSetting, readsSetting],
  holds,
  erase,
  exports: contributes,
  navigation,
  commands: [importWordPressCommand, exportWordPressCommand],
  jobs: [publishDue, gatherWords, importUploaded, mediaJob(), takeWebsiteOut, ...commentJobs],
  today: async (tx, actor) => [...(await commentsToday(tx, actor)), ...(await importToday(tx, actor))],
  timetable: [
    { job: publishAllDue, cron: '* * * * *', onlyWhere: someEntryIsDue },
    { job: gatherAllWords, cron: '41 2 * * *' },
    ...commentTimetable,
  ],
  listens: [on(entryPublished, gatherWords), on(siteImported, gatherAllWords)],
}
