import type { Theme } from '../../ui/theme.ts'
import type { LetterKind } from '../sending/rules.ts'

/** What stands round a letter's blocks, and what they need to know of the group. */
export interface LetterFrame {
  readonly group: string
  /** 'https://group.example', without a last slash. */
  readonly home: string
  readonly theme: Theme
  readonly kind: LetterKind
  readonly subject: string
  readonly preview: string
  /** "December 2026" */
  readonly dated: string
  /** Who promotes it, as the settings say; '' when they do not say it. */
  readonly promoter: string
  /** The end of its address on the website; null when it has none there. */
  readonly slug: string | null
}

/** "You get this because …": the right by which this kind of letter is sent. */
export const whyYouGetThis = ({ kind, group }: Pick<LetterFrame, 'kind' | 'group'>): string =>
  ({
    newsletter: `You get this because you asked ${group} for its newsletter.`,
    notice: `You get this because you belong to ${group}.`,
    still_right: `You get this once, because your address came to ${group} with a list and you have not said whether it may write to you.`,
  })[kind]

export const webAddress = ({ home, slug }: Pick<LetterFrame, 'home' | 'slug'>): string | null =>
  slug === null ? null : `${home}/letters/${slug}`
