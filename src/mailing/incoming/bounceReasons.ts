import type { BounceReason, RecipientReport } from './classes.ts'
import { isDead } from './classes.ts'
import { firstAddressIn } from './addresses.ts'
import { bestStatus, reasonOfStatus, repliesIn, statusesIn } from './enhancedCodes.ts'
import { plainText } from './plainText.ts'
import { plainReason, vagueReason } from './serverWords.ts'

/** All that a report says about one recipient. */
export interface Evidence {
  readonly recipient: string | null
  /** What the server said: the diagnostic code, or the words about this recipient. */
  readonly said: string
  /** What the report says to a person, for when the server said nothing. */
  readonly notice: string
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

function reasonOf({ said, notice }: Evidence, status: string | null): BounceReason | null {
  const server = plainText(said)
  const report = plainText(notice)
  const stage = stageIn(`${server} ${report}`)
  const words = plainReason(server)
  if (words) return stage === 'sender' && isDead(words) ? 'policy' : words
  const code = status ? reasonOfStatus(status) : null
  if (code) return stage === 'sender' && isDead(code) ? 'policy' : code
  const found = (saysSomething(server) ? vagueReason(server) : null) ?? plainReason(report)
  return found ?? vagueReason(server) ?? vagueReason(report) ?? ofReply(repliesIn(`${said}\n${notice}`)[0], stage)
}

const saysSomething = (said: string): boolean => /[a-z]{3,} [a-z]{2,}/.test(said)

/** At which step of the dialogue the server said no; a no to the sender says nothing about the recipient. */
function stageIn(text: string): 'sender' | 'recipient' | null {
  if (/(?:reply to|after|response to|sent|>>>) ?(?:the )?(?:mail from|helo|ehlo|initial connection)/.test(text))
    return 'sender'
  return /(?:reply to|after|response to|sent|>>>) ?(?:the )?rcpt/.test(text) ? 'recipient' : null
}

/** RFC 5321 §4.2: what is left when nothing but the three figures speaks. */
function ofReply(reply: number | undefined, stage: string | null): BounceReason | null {
  if (reply === undefined) return null
  if (reply === 552) return 'mailbox_full'
  if (reply === 551) return 'moved'
  if (reply === 556) return 'no_such_host'
  if (reply === 530 || reply === 535) return 'policy'
  if (stage === 'sender') return 'policy'
  if (reply === 550 || reply === 553) return 'no_such_user'
  return reply < 500 ? 'system' : 'policy'
}

/** The report's own unless what the server said is more exact; "5.0.0" when there is only an SMTP reply. */
function statusOf({ status, said, notice }: Evidence): string | null {
  const own = status === null ? [] : statusesIn(status)
  const best = bestStatus([...own, ...statusesIn(said)]) ?? bestStatus(statusesIn(notice.slice(0, 4096)))
  if (best) return best
  const reply = repliesIn(`${said}\n${notice}`)[0]
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
