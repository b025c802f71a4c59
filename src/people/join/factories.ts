import { type Browser, visitorOf } from '../../../test/browser.ts'
import { doWaiting } from '../../../test/waitingJobs.ts'
import type { TestInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { stepNames } from './answers.ts'
import { answerApplication } from './answering.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** What somebody fills in, page by page. */
export const answersOf = (given: Given = {}): Readonly<Record<string, Fields>> => ({
  kind: { kind: 'member' },
  name: { name: 'Ruth Amory' },
  email: { email: 'ruth@example.org' },
  postcode: { postcode: 'SY1 1AA' },
  occupation: {},
  hats: {},
  choices: {},
  check: { agree: 'yes' },
  ...given,
})

/** Answers by the name of their page, where they matter. */
type Given = Readonly<Record<string, Fields>>

/** Fills in the form to its end, in a browser of their own. */
export async function fillIn(
  installation: TestInstallation,
  group: KnownGroup,
  given: Given = {},
): Promise<{ browser: Browser; sent: Response }> {
  const browser = visitorOf(installation, group)
  return { browser, sent: await fillInWith(browser, given) }
}

/** The same in a browser at hand. Gives the answer to the last page. */
export async function fillInWith(browser: Browser, given: Given = {}): Promise<Response> {
  let sent: Response | undefined
  const answers = answersOf(given)
  for (const page of [...stepNames, 'check'])
    if (answers[page]) sent = await browser.post(page === 'kind' ? '/join' : `/join/${page}`, answers[page])
  return sent!
}

export interface SentLetter {
  readonly to_address: string
  readonly subject: string
  readonly body: string
}

/**
 * Answers the applications that were sent, as the worker would, and gives every letter that waits, oldest first. Letters are
 * not handed over, which would empty them.
 */
export async function lettersAfterJobs(
  installation: TestInstallation,
  group: KnownGroup,
): Promise<readonly SentLetter[]> {
  await doWaiting(installation, group, answerApplication)
  const { rows } = await installation.owner.query<SentLetter>(
    `select to_address, subject, body from platform.letter where group_id = $1 and body is not null order by written_at, id`,
    [group.id],
  )
  return rows
}

/** The path of a letter's link. */
export const linkIn = ({ body }: Pick<SentLetter, 'body'>): string => new URL(/https?:\/\/\S+/.exec(body)![0]).pathname

/** Joins: the form, the letter, the press. Gives the person's id. */
export async function join(installation: TestInstallation, group: KnownGroup, given: Given = {}): Promise<string> {
  const email = String(answersOf(given)['email']!['email'])
  const { browser } = await fillIn(installation, group, given)
  const letter = (await lettersAfterJobs(installation, group)).findLast(({ to_address }) => to_address === email)
  await browser.post(linkIn(letter!))
  const { rows } = await installation.owner.query<{ id: string }>(
    'select id from people.person where group_id = $1 and lower(email) = lower($2)',
    [group.id, email],
  )
  return rows[0]!.id
}
