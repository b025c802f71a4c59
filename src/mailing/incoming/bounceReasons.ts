import type { RecipientReport } from './classes.ts'
import { isDead } from './classes.ts'
import { firstAddressIn } from './addresses.ts'
import { bestStatus, repliesIn, statusesIn } from './enhancedCodes.ts'
import { reasonGiven } from './reasonGiven.ts'

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

export function understand(evidence: Evidence): RecipientReport {
  const { recipient, said, delayed } = evidence
  const status = statusOf(evidence)
  const reason = reasonGiven(evidence, status) ?? (delayed ? 'expired' : 'unknown')
  const moved = reason === 'moved' ? newAddressIn(said, recipient) : null
  return {
    recipient,
    class: !delayed && isDead(reason) ? 'hard' : 'soft',
    status,
    reason,
    ...(moved && { newAddress: moved }),
  }
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
