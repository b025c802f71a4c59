import type { Letter } from '../../platform/letters.ts'
import { plural } from '../../ui/words.ts'
import { UNCONFIRMED_DAYS } from './rules.ts'

/**
 * The letter by which a reader confirms a comment. Nothing that was typed stands in it: somebody could type another
 * person's address, and would have us write their words to them.
 */
export const confirmationLetter = ({
  to,
  group,
  title,
  link,
}: {
  to: string
  group: string
  title: string
  link: string
}): Letter => ({
  kind: 'service',
  to,
  subject: 'Please confirm your comment',
  body: `Somebody, we hope you, wrote a comment on “${title}” and gave this address.

Open this link and press the button:

${link}

It works once, for ${UNCONFIRMED_DAYS} days. If it was not you, you need do nothing: without the press nobody sees the comment, and it is deleted with your address.

${group}
`,
})

/** The letter that tells an officer. Neither its subject nor its text says what was written, by whom, or to whom. */
export const noticeLetter = ({
  to,
  waiting,
  reported,
  origin,
}: {
  to: string
  waiting: number
  reported: number
  origin: string
}): Letter => ({
  kind: 'notice',
  topic: 'comments', // it says how many wait, so that the last one says it all
  to,
  subject: 'Something on the website waits for you',
  body: `${saying(waiting, reported)}

${origin}/office/comments${waiting ? '' : '?state=reported'}

You get this letter because you look after the website. Choose yourself whether notices come at once, once a day or once a week:

${origin}/my/letters
`,
})

function saying(waiting: number, reported: number): string {
  const found = [
    ...(waiting ? [`${plural(waiting, 'comment waits', 'comments wait')} to be read.`] : []),
    ...(reported ? [`${plural(reported, 'comment was', 'comments were')} reported by readers.`] : []),
  ]
  return found.join(' ')
}
