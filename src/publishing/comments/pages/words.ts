import type { IconName } from '../../../ui/icons.ts'
import type { Tone } from '../../../ui/Button.tsx'
import { plural } from '../../../ui/words.ts'
import type { Decision, Shelf } from '../forms.ts'
import type { Hold } from '../holding.ts'
import type { Oddity } from '../links.ts'

export const shelfNames: Readonly<Record<Shelf, string>> = {
  pending: 'Waiting',
  reported: 'Reported',
  approved: 'Approved',
  spam: 'Spam',
  trash: 'Trash',
}

export const nothingThere: Readonly<Record<Shelf, string>> = {
  pending: 'What readers write waits here until one of you has read it.',
  reported: 'When a reader reports a comment, it appears here and stays on the website until you decide.',
  approved: 'Comments that readers see are listed here.',
  spam: 'What you mark as spam is kept here for a while, then deleted.',
  trash: 'What you take down is kept here for a while, then deleted.',
}

export interface Choice {
  readonly to: Decision
  readonly label: string
  readonly icon: IconName
  readonly tone: Tone | undefined
}
const [spam, trash]: readonly [Choice, Choice] = [
  { to: 'spam', label: 'Spam', icon: 'shield', tone: 'alt' },
  { to: 'trash', label: 'Trash', icon: 'trash-2', tone: 'alt' },
]
const approve: Choice = { to: 'approved', label: 'Approve', icon: 'check', tone: undefined }
const keep: Choice = { to: 'kept', label: 'Keep it', icon: 'check', tone: 'alt' }
const hide: Choice = { to: 'trash', label: 'Hide it', icon: 'trash-2', tone: 'alt' }
const putBack = (label: string): Choice => ({ to: 'pending', label, icon: 'undo-2', tone: 'alt' })

/** What can be done with a comment on each shelf, the likeliest first. */
export const choices: Readonly<Record<Shelf, readonly Choice[]>> = {
  pending: [approve, spam, trash],
  reported: [keep, hide, spam],
  approved: [putBack('Take back'), spam, trash],
  spam: [approve, putBack('Not spam'), trash],
  trash: [approve, putBack('Put back'), spam],
}

const done: Readonly<Record<Decision, (many: boolean) => string>> = {
  approved: (many) => `${many ? 'are' : 'is'} on the website.`,
  pending: (many) => `${many ? 'wait' : 'waits'} to be read again.`,
  spam: (many) => `${many ? 'are' : 'is'} marked as spam.`,
  trash: (many) => `${many ? 'are' : 'is'} in the trash.`,
  kept: (many) => `${many ? 'stay' : 'stays'} on the website.`,
}

/** "3 comments are on the website." */
export const decidedSentence = (to: Decision, count: number): string =>
  count === 0 ? 'Nothing changed: it was decided already.' : `${plural(count, 'comment')} ${done[to](count > 1)}`

/** Why a comment waits, as the officer reads it. */
export function holdSentence({ kind, what }: Hold): string {
  if (kind === 'word') return `It says “${what}”, which you hold.`
  if (kind === 'address') return 'It comes from an address that you hold.'
  if (kind === 'domain') return `It comes from or leads to ${what}, which you hold.`
  if (kind === 'links') return `It has ${plural(Number(what), 'link')}.`
  return `A link in it is not what it seems: it leads to ${what}.`
}

export const oddSentence: Readonly<Record<Oddity, string>> = {
  letters: 'Its letters can be taken for others.',
  before: 'What stands in front of it can be taken for the website it leads to.',
  words: 'The words of the link name another website.',
}
