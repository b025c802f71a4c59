import type { Letter } from '../platform/letters.ts'
import { SIGN_IN_MINUTES } from './signInRules.ts'

/** The letter that signs somebody in: the code first, because phones show the first line. */
export const letterFor = ({
  to,
  group,
  code,
  link,
}: {
  to: string
  group: string
  code: string
  link: string
}): Letter => ({
  kind: 'service',
  to,
  subject: `${code} is your code for ${group}`,
  body: `Your code is ${code}.

Type it on the page where you asked to sign in, or open this link:

${link}

Both work once, for ${SIGN_IN_MINUTES} minutes. If you did not ask to sign in, you need do nothing: nobody can sign in without this letter.

${group}
`,
})
