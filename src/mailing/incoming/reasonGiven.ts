import type { Evidence } from './bounceReasons.ts'
import { type BounceReason, isDead } from './classes.ts'
import { asksForRecipient, doubted, type Heard } from './doubts.ts'
import { reasonOfStatus, reasonOfSubject, repliesIn, statusesIn } from './enhancedCodes.ts'
import { plainText } from './plainText.ts'
import { stepIn } from './serverStep.ts'
import { plainReason } from './serverWords.ts'
import { bareReason, vagueReason } from './vagueWords.ts'

type Found = BounceReason | null

/** Plain words of the server come first, then its code, then plain words of the report, then vague ones. */
export function reasonGiven(evidence: Evidence, status: string | null): Found {
  const server = plainText(evidence.said)
  const reports = evidence.words.map(plainText)
  const heard = heardIn(evidence, status, server || reports.join(' '))
  const code = status === null ? null : reasonOfStatus(status)
  const vague = saysSomething(server) ? vagueReason(server) : null
  const own = unlessLate([exactly(plainReason(server), status), reasonOfHost(evidence.said, status), code])
  const plain = own && own !== 'expired' ? own : unlessLate([own, ...(vague ? [] : reports.map(plainReason))])
  if (plain && plain !== 'expired' && (plain === own || plain !== 'system'))
    return isDead(plain) ? doubted(plain, heard) : plain
  if (plain && heard.step === 'sender') return 'policy'
  const guess = vague ?? (plain && (refusalIn(evidence) ?? plain)) ?? guessed(evidence, status, [server, ...reports])
  return guess && isDead(guess) && !asksForRecipient(heard) ? 'policy' : guess
}

/** The step is told beside the server's words; else under the recipient's name; else in the report. */
const heardIn = ({ said, words }: Evidence, status: string | null, spoken: string): Heard => ({
  spoken,
  status,
  codes: statusesIn([status ?? '', said, ...words.map((text) => text.slice(0, 4096))].join('\n')),
  step: [said, ...words].map(stepIn).find((step) => step !== null) ?? null,
})

const saysSomething = (said: string): boolean => /[a-z]{3,} [a-z]{2,}/.test(said)

const firstOf = (texts: readonly string[], find: (text: string) => Found): Found =>
  texts.map(find).find((reason) => reason !== null) ?? null

/** Dead is dead by words or by code; whether the user or the host is, X.1.2 knows better. Exchange says X.1.10 of users. */
const exactly = (words: Found, status: string | null): Found =>
  words === 'no_such_user' && status?.endsWith('.1.2') ? 'no_such_host' : words

/** RFC 3463 of X.4.7, "expired": what was found when delivery was tried says more, and is asked for instead. */
const unlessLate = (reasons: readonly Found[]): Found =>
  reasons.find((reason) => reason !== null && reason !== 'expired') ?? reasons.find((reason) => reason !== null) ?? null

/** RFC 7504: 521 with 5.3.2, and 556, come from hosts that never take mail. */
const reasonOfHost = (said: string, status: string | null): Found => {
  const reply = repliesIn(said)[0]
  return reply === 556 || (reply === 521 && status === '5.3.2') ? 'no_such_host' : null
}

/** A no among the last answers: about this recipient, and in the transcript of the dialogue. */
function refusalIn({ said, words }: Evidence): Found {
  const transcripts = words.map((text) => [...text.matchAll(/^<<<.*/gm)].join(' '))
  const answers = [said, ...words.slice(0, -1), ...transcripts].map(plainText)
  const found = firstOf(answers, (answer) => vagueReason(answer) ?? bareReason(answer))
  return found === 'policy' ? found : null
}

const guessed = ({ said, words }: Evidence, status: string | null, texts: readonly string[]): Found =>
  firstOf(texts, vagueReason) ??
  (status === null ? null : reasonOfSubject(status)) ??
  firstOf(texts, bareReason) ??
  (words.some((text) => GOOGLE_GROUPS.test(text)) ? 'policy' : null) ??
  ofReply(repliesIn([said, ...words].join('\n'))[0])

/**
 * Google Groups writes in the reader's language that a group "may not exist, or you may not have permission to post".
 * In every language it links to one of these two pages of help.
 */
const GOOGLE_GROUPS = /groups\.google\.com\/support|support\.google\.com\/a\/\S{1,253}topic=25838/

/** RFC 5321 §4.2: what is left when nothing but the three figures speaks. */
function ofReply(reply: number | undefined): Found {
  if (reply === undefined) return null
  if (reply === 552) return 'mailbox_full'
  if (reply === 551) return 'moved'
  if (reply === 556) return 'no_such_host'
  if (reply === 550 || reply === 553) return 'no_such_user'
  return reply < 500 ? 'system' : 'policy'
}
