import type { ShownEntry } from '../public/addresses.ts'
import type { CommentRules } from './settings.ts'

const DAY = 86_400_000

/** Days until a comment whose address nobody confirmed is gone. */
export const UNCONFIRMED_DAYS = 7
/** Days after which the address of an approved comment is erased. */
export const ADDRESS_DAYS = 180
/** With more, a comment is refused; with fewer it may still have to wait. */
export const MOST_LINKS = 20
export const LONGEST_COMMENT = 5000

/** What a reader agrees to by sending: shown beside the form, and kept with the comment. */
export const CONSENT =
  'Your name and your comment will stand on this website for everyone to read. Your email address will not: we write to it once, so that you can confirm the comment; only the officers who look after comments see it, and it is erased six months after the comment appeared. You can ask us at any time to take the comment down.'

type Talked = Pick<ShownEntry, 'kind' | 'commentsOpen' | 'publishedAt'>

/** Whether readers may still comment on a post. Pages of the site take none. */
export const acceptsComments = (
  { kind, commentsOpen, publishedAt }: Talked,
  { open, closeAfterDays }: Pick<CommentRules, 'open' | 'closeAfterDays'>,
  at: Date,
): boolean =>
  kind === 'post' &&
  commentsOpen &&
  open &&
  (closeAfterDays === null || at.getTime() < publishedAt.getTime() + closeAfterDays * DAY)

/** Whether the seven days for confirming are over. */
export const isOver = (sentAt: Date, at: Date): boolean => at.getTime() >= sentAt.getTime() + UNCONFIRMED_DAYS * DAY

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY)
