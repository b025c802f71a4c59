import { list, plural } from '../../ui/words.ts'
import type { ImportState, Phase } from './imports.ts'
import type { CountedKind, Reconciliation } from './tally.ts'

/** What the rows of the report are called. */
export const countedNames: Readonly<Record<CountedKind, string>> = {
  posts: 'Posts',
  pages: 'Pages',
  authors: 'Authors',
  categories: 'Categories',
  tags: 'Tags',
  comments: 'Comments',
  pictures: 'Pictures',
  menu_items: 'Menu items',
  addresses: 'Addresses',
  other: 'Other things',
}

export const stateNames: Readonly<Record<ImportState, string>> = {
  waiting: 'Waiting',
  running: 'Under way',
  done: 'Done',
  refused: 'Not taken',
  failed: 'Failed',
  interrupted: 'Interrupted',
}

export const phaseNames: Readonly<Record<Phase, { readonly title: string; readonly unit: string }>> = {
  '': { title: 'The import is waiting for its turn', unit: 'items' },
  reading: { title: 'Reading the file', unit: 'items' },
  items: { title: 'Bringing in posts, pages and comments', unit: 'items' },
  pictures: { title: 'Bringing in pictures', unit: 'pictures' },
}

/** "23 posts, 1 page and 1 comment came in." */
export function headlineOf(report: Reconciliation): string {
  const came = counted(report, ({ made, changed }) => made + changed)
  return came ? `${came} came in.` : nothingNew(report)
}

/** "3 things need a look." */
export const looks = (findings: number): string =>
  findings ? `${plural(findings, 'thing needs', 'things need')} a look.` : 'Nothing needs a look.'

function nothingNew(report: Reconciliation): string {
  const stayed = counted(report, ({ unchanged }) => unchanged)
  return stayed ? `Nothing has changed: ${stayed} are as they were.` : 'Nothing came in.'
}

function counted(report: Reconciliation, count: (of: Reconciliation[CountedKind]) => number): string {
  const [posts, pages, comments] = [count(report.posts), count(report.pages), count(report.comments)]
  return list([
    ...(posts ? [plural(posts, 'post')] : []),
    ...(pages ? [plural(pages, 'page')] : []),
    ...(comments ? [plural(comments, 'comment')] : []),
  ])
}
