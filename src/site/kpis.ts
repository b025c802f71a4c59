import type { register } from '../people/index.ts'
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

type MembersOverYear = register.MembersOverYear

/** The group in four figures: its members, for those who may know, and its website. */
export function asKpis(website: Figures, zone: string, members: MembersOverYear | null): readonly KpiFigure[] {
  const { posts, pages, drafts, scheduled, lastPostAt, comments, waitingComments, byMonth } = website
  const year = byMonth.reduce((sum, count) => sum + count, 0)
  return [
    ...(members ? [membersKpi(members)] : []),
    {
      label: 'Posts',
      figure: number(posts),
      sentence: lastPostAt ? `The last one on ${day(lastPostAt, zone)}` : 'None is published yet',
      ...(year > 0 && {
        trend: { points: byMonth, label: `Posts a month over twelve months, ${number(year)} together` },
      }),
      href: '/office/posts',
    },
    ...(members ? [] : [pagesKpi(pages)]),
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

const pagesKpi = (pages: number): KpiFigure => ({
  label: 'Pages',
  figure: number(pages),
  sentence: pages ? 'On the website' : 'None is published yet',
  href: '/office/pages',
})

const membersKpi = ({ members, joined, byMonth }: MembersOverYear): KpiFigure => ({
  label: 'Members',
  figure: number(members),
  sentence: joined ? `${number(joined)} joined this year` : 'None joined this year',
  ...(byMonth.length > 1 && {
    trend: {
      points: byMonth,
      label: `Members at the end of each of ${byMonth.length} months, ${number(members)} today`,
    },
  }),
  href: '/office/register/numbers',
})
