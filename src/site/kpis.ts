import type { Figures } from '../publishing/index.ts'
import { day, number, plural } from '../ui/words.ts'

/** One figure on Today, as it is to be read. */
export interface KpiFigure {
  readonly label: string
  readonly figure: string
  /** What it means, in one sentence. */
  readonly sentence: string
  readonly trend?: { readonly points: readonly number[]; readonly label: string }
  readonly href?: string
}

/** The website in four figures. */
export function asKpis(website: Figures, zone: string): readonly KpiFigure[] {
  const { posts, pages, drafts, scheduled, lastPostAt, comments, waitingComments, byMonth } = website
  const year = byMonth.reduce((sum, count) => sum + count, 0)
  return [
    {
      label: 'Posts',
      figure: number(posts),
      sentence: lastPostAt ? `The last one on ${day(lastPostAt, zone)}` : 'None is published yet',
      ...(year > 0 && {
        trend: { points: byMonth, label: `Posts a month over twelve months, ${number(year)} together` },
      }),
      href: '/office/posts',
    },
    {
      label: 'Pages',
      figure: number(pages),
      sentence: pages ? 'On the website' : 'None is published yet',
      href: '/office/pages',
    },
    {
      label: 'Being written',
      figure: number(drafts),
      sentence: scheduled ? `${plural(scheduled, 'more', 'more')} waiting for the day` : 'Nothing is scheduled',
    },
    {
      label: 'Comments',
      figure: number(comments),
      sentence: waitingComments ? `${number(waitingComments)} waiting to be read` : 'None is waiting',
      href: '/office/comments',
    },
  ]
}
