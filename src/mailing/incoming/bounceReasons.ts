import type { BounceReason, RecipientReport } from './classes.ts'
import { isDead } from './classes.ts'
import { firstAddressIn } from './addresses.ts'
import { bestStatus, reasonOfStatus, reasonOfSubject, repliesIn, statusesIn } from './enhancedCodes.ts'
import { plainText } from './plainText.ts'
import { plainReason, vagueReason } from './serverWords.ts'

/** All that a report says about one recipient. */
export interface Evidence {
  readonly recipient: string | null
  /** What the server said: the diagnostic code, or the words about this recipient. */
  readonly said: string
  /** What the report says to a person, for when the server said nothing: about this recipient, then all of it. */
  readonly words: readonly string[]
  /** The report's own status field. */
  readonly status: string | null
  /** The mail is still being tried. */
  readonly delayed: boolean
}

/** Plain words of the server come first, then its code, then plain words of the report, then vague ones. */
export function understand(evidence: Evidence): RecipientReport {
  const { recipient, said, delayed } = evidence
  const status = statusOf(evidence)
  const reason = reasonOf(evidence, status) ?? (delayed ? 'expired' : 'unknown')
  const moved = reason === 'moved' ? newAddressIn(said, recipient) : null
  return {
    recipient,
    class: !delayed && isDead(reason) ? 'hard' : 'soft',
    status,
    reason,
    ...(moved && { newAddress: moved }),
  }
}

function reasonOf({ said, words }: Evidence, status: string | null): BounceReason | null {
  const server = plainText(said)
  const reports = words.map(plainText)
  const all = [server, ...reports].join(' ')
  const spoken = server || all
  const code = status === null ? null : reasonOfStatus(status)
  const vague = saysSomething(server) ? vagueReason(server) : null
  const plain = plainReason(server) ?? code ?? (vague ? null : firstOf(reports, plainReason))
  if (plain) return isDead(plain) ? doubted(plain, { all, spoken, status }) : plain
  const guess =
    vague ??
    firstOf([server, ...reports], vagueReason) ??
    (status === null ? null : reasonOfSubject(status)) ??
    ofReply(repliesIn([said, ...words].join('\n'))[0])
  return guess && isDead(guess) && !asksForRecipient(all, status) ? 'policy' : guess
}

const firstOf = (texts: readonly string[], find: (text: string) => BounceReason | null): BounceReason | null =>
  texts.map(find).find((reason) => reason !== null) ?? null

interface Heard {
  readonly all: string
  /** The server's own words, where there are any. */
  readonly spoken: string
  readonly status: string | null
}

/** An address is dead only when the server, asked for the recipient, says so for good. */
function doubted(reason: BounceReason, { all, spoken, status }: Heard): BounceReason {
  if (refusesSender(all)) return 'policy'
  const passing = status?.startsWith('4') || /try again|temporar|servfail/.test(spoken)
  return reason === 'no_such_host' && passing ? 'system' : reason
}

/**
 * "Mailbox unavailable" means no mailbox, no access or a policy (RFC 5321 §4.2.3): no mailbox only as an answer about one.
 */
const asksForRecipient = (text: string, status: string | null): boolean =>
  status?.split('.')[1] === '1' || /(?:reply to|after|response to|sent|>>>) ?(?:the )?rcpt/.test(text)

const saysSomething = (said: string): boolean => /[a-z]{3,} [a-z]{2,}/.test(said)

/** At which step of the dialogue the server said no; a no to the sender says nothing about the recipient. */
const refusesSender = (text: string): boolean =>
  /(?:reply to|after|response to|sent|>>>) ?(?:the )?(?:mail from|helo|ehlo|initial connection)/.test(text)

/** RFC 5321 §4.2: what is left when nothing but the three figures speaks. */
function ofReply(reply: number | undefined): BounceReason | null {
  if (reply === undefined) return null
  if (reply === 552) return 'mailbox_full'
  if (reply === 551) return 'moved'
  if (reply === 556) return 'no_such_host'
  if (reply === 550 || reply === 553) return 'no_such_user'
  return reply < 500 ? 'system' : 'policy'
}

/** The report's own unless what the server said is more exact; "5.0.0" when there is only an SMTP reply. */
function statusOf({ status, said, words }: Evidence): string | null {
  const own = status === null ? [] : statusesIn(status)
  const best = bestStatus([...own, ...statusesIn(said)]) ?? bestStatus(statusesIn(words.join('\n').slice(0, 4096)))
  if (best) return best
  const reply = repliesIn([said, ...words].join('\n'))[0]
  return reply === undefined ? null : `${Math.floor(reply / 100)}.0.0`
}

/** "551 user not local; please try <jo@example.org>", RFC 5321 §3.4. */
function newAddressIn(said: string, recipient: string | null): string | null {
  const after = /(?:moved to|changed to|please (?:try|use)|new (?:e-?mail )?address(?: is)?)(.{0,300})/is.exec(
    said,
  )?.[1]
  const address = after === undefined ? null : firstAddressIn(after)
  return address === recipient ? null : address
}
