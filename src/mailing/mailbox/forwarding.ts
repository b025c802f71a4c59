import { offices } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import { send } from '../../platform/letters.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.ts'
import { dayOf } from '../../platform/time.ts'
import { forwardRepliesSetting } from './settings.ts'

export interface ReplyToForward {
  /** Who wrote it, by name if they are known. */
  readonly name: string
  readonly writer: string
  readonly letter: string
  readonly words: string
  readonly endedNewsletter: boolean
  /** The page with all replies. */
  readonly page: string
}

/** More than this in an hour is read in the office: a flood in the mailbox is not passed on. */
const MOST_AN_HOUR = 40
const ONE_ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/

/**
 * Sends a reply on to the chair (the vice chair or the secretary where there is none), whose answer goes to the writer. It says
 * that a program wrote it, so that no holiday reply comes back, and it never goes to whoever wrote the reply.
 */
export async function forward(act: Act, reply: ReplyToForward): Promise<void> {
  const { wanted } = await readSettings(act.tx, { wanted: forwardRepliesSetting })
  if (!wanted || !ONE_ADDRESS.test(reply.writer) || !(await withinLimit(act))) return
  for (const to of await chairs(act))
    if (to.toLowerCase() !== reply.writer.toLowerCase())
      await send(act, {
        kind: 'notice',
        to,
        replyTo: reply.writer,
        subject: `A reply to “${reply.letter}”`,
        body: bodyOf(reply),
      })
}

async function chairs(act: Act): Promise<readonly string[]> {
  const held = await offices.heldOn(act.tx, dayOf(act))
  const ofRole = ['chair', 'vice_chair', 'secretary'].map((role) =>
    held.flatMap((one) => (one.role === role && one.email ? [one.email] : [])),
  )
  return [...new Set(ofRole.find((emails) => emails.length) ?? [])]
}

async function withinLimit(act: Act): Promise<boolean> {
  try {
    await limit(act, { key: 'replies sent on', times: MOST_AN_HOUR, minutes: 60 })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const bodyOf = ({
  name,
  letter,
  words,
  endedNewsletter,
  page,
}: ReplyToForward): string => `${name} answered the letter “${letter}”.
${endedNewsletter ? '\nThey asked for no more newsletters, and get none from now on.\n' : ''}
${words
  .split('\n')
  .map((line) => `| ${line}`.trimEnd())
  .join('\n')}

If you answer this letter, your answer goes to them. All replies stand here:

${page}
`
