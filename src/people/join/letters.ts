import type { Letter } from '../../platform/letters.ts'
import { type Kind, kindNames } from '../kinds.ts'
import type { Joinable } from './answers.ts'
import { UNCONFIRMED_DAYS } from './rules.ts'

interface To {
  readonly to: string
  readonly group: string
  readonly origin: string
}

const a = (kind: Kind): string => `a ${kindNames[kind].toLowerCase()}`

/**
 * The letter by which somebody confirms that they join. Nothing that was typed stands in it: anybody could type another
 * person's address, and would have us write their words to them.
 */
export const confirmationLetter = ({ to, group, kind, link }: To & { kind: Joinable; link: string }): Letter => ({
  kind: 'service',
  to,
  subject: `Please confirm that you join ${group}`,
  body: `Somebody, we hope you, asked to be ${a(kind)} of ${group} and gave this address.

Open this link and press the button:

${link}

It works for ${UNCONFIRMED_DAYS} days. If it was not you, you need do nothing: without the press nobody joins, and what was typed is deleted.

${group}
`,
})

/** To somebody who is on the register and stays what they are. The page said the same to them as to everybody. */
export const alreadyLetter = ({ to, group, origin, held, wanted }: To & { held: Kind; wanted: Joinable }): Letter => ({
  kind: 'service',
  to,
  subject: `You are on the register of ${group} already`,
  body: `Somebody, we hope you, filled in the form to join ${group} and gave this address. You are on the register already, as: ${kindNames[held].toLowerCase()}. So nothing was changed, and what was typed is deleted.

To see what we hold about you, to change it, and to choose what we send you, sign in with this address:

${origin}/sign-in
${held === wanted ? '' : `\nIf you would like to be ${a(wanted)} instead, say so to an officer of the group.\n`}
If it was not you, you need do nothing.

${group}
`,
})

/** The welcome: the first letter to somebody who has joined. It lists what they said yes to, in the words they saw. */
export const welcomeLetter = ({
  to,
  group,
  origin,
  kind,
  yes,
}: To & { kind: Joinable; yes: readonly string[] }): Letter => ({
  kind: 'service',
  to,
  subject: `Welcome to ${group}`,
  body: `Your address is confirmed: you are ${a(kind)} of ${group}. Thank you.

${yes.length ? `You said yes to this:\n\n${yes.map((words) => `- ${words}`).join('\n')}\n` : 'You asked for no letters besides those that come with it.\n'}
Your own page shows everything we hold about you and who has looked at it. Change it there, change your mind about letters, or leave:

${origin}/sign-in

${
  kind === 'member'
    ? 'As a member you get notices of meetings and elections.'
    : 'As a supporter you are never named in public, and your name is given to nobody outside.'
}

${group}
`,
})
