import type { Slice } from '../platform/slice.ts'

/** The public website: posts, pages, addresses, authors, menus, comments, search, feeds, imports. */
export const publishing: Slice = {
  name: 'publishing',
  needs: ['people', 'writing'],
  prefixes: [],
}
