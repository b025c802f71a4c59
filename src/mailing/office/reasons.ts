import { register } from '../../people/index.ts'
import { number } from '../../ui/words.ts'
import type { LetterKind } from '../sending/rules.ts'

/**
 * What becomes of each person in a view: they get the letter, or there is one reason why not. The register's own reasons
 * first, then ours: they asked for fewer letters, or somebody else gets it at the same address.
 */
export const reasons = [...register.whyNots, 'waits', 'same_address'] as const
export type Reason = (typeof reasons)[number]
export const becomings = ['gets', ...reasons] as const
export type Becoming = (typeof becomings)[number]

interface Words {
  /** After "1". */
  readonly one: string
  /** After any other number. */
  readonly many: string
  /** Why it is so, or what can be done. */
  readonly because: string
}

const letters = { newsletter: 'newsletters', notice: 'notices', still_right: 'being asked' } as const satisfies Record<
  LetterKind,
  string
>

/** "12 have not said yes to newsletters" */
export function becomingWords(which: Becoming, count: number, kind: LetterKind): string {
  const { one, many } = WORDS[which](kind)
  return `${number(count)} ${count === 1 ? one : many}`
}

/** The same without its number, for a heading. */
export const becomingTitle = (which: Becoming, kind: LetterKind): string => {
  const { many } = WORDS[which](kind)
  return `${many.slice(0, 1).toUpperCase()}${many.slice(1)}`
}

export const becauseOf = (which: Becoming, kind: LetterKind): string => WORDS[which](kind).because

const WORDS: Readonly<Record<Becoming, (kind: LetterKind) => Words>> = {
  gets: () => ({ one: 'gets it', many: 'get it', because: 'Once each, at the address on the register.' }),
  restricted: () => ({
    one: 'is held and not used',
    many: 'are held and not used',
    because: 'They asked for it. Nobody writes to them until they say otherwise.',
  }),
  left: () => ({ one: 'has left', many: 'have left', because: 'Somebody who left is nobody’s reader.' }),
  said_no: (kind) => ({
    one: `said no to ${letters[kind]}`,
    many: `said no to ${letters[kind]}`,
    because: 'Only they can take that back.',
  }),
  no_yes: (kind) =>
    kind === 'newsletter'
      ? {
          one: 'has not said yes to newsletters',
          many: 'have not said yes to newsletters',
          because: 'You may ask them when you meet. A letter that asks would itself be one they did not ask for.',
        }
      : {
          one: 'is not owed notices',
          many: 'are not owed notices',
          because: 'Notices of meetings and elections are for members.',
        },
  no_address: () => ({
    one: 'has no email address',
    many: 'have no email address',
    because: 'Perhaps somebody can take them a printed copy.',
  }),
  address_fails: () => ({
    one: 'has an address that does not work',
    many: 'have addresses that do not work',
    because: 'Letters to them came back. The membership secretary asks for a new one.',
  }),
  waits: () => ({
    one: 'waits, because they get at most one a month',
    many: 'wait, because they get at most one a month',
    because: 'They asked for fewer letters, and had one less than four weeks ago.',
  }),
  same_address: () => ({
    one: 'shares an address with somebody who gets it',
    many: 'share an address with somebody who gets it',
    because: 'One letter goes to each address, so that nobody finds it twice.',
  }),
}
