import type { Slice } from '../platform/slice.ts'
import { publishAllDue, publishDue } from './jobs.ts'

/** The public website: posts, pages, addresses, authors, menus, comments, search, feeds, imports. */
export const publishing: Slice = {
  name: 'publishing',
  needs: ['people', 'writing'],
  prefixes: ['/office/posts', '/office/pages', '/office/website'],
  jobs: [publishDue],
  timetable: [{ job: publishAllDue, cron: '* * * * *' }],
}

export * as addresses from './entryAddresses.ts'
export * as authors from './authors.ts'
export * as entries from './entries.ts'
export * as menus from './menus.ts'
export * as pictures from './pictures.ts'
export * as terms from './terms.ts'
