import type { Reply } from '../../platform/smtpLine.ts'
import { understand } from './bounceReasons.ts'

/** Why nothing reaches an address any more. */
export type WhyDead = 'no_such_user' | 'no_such_host' | 'moved'

/** What of the reason of a hard bounce an officer needs to know: the host is gone, they have moved, or there is no such mailbox. */
export const deadBecause = (reason: string | null): WhyDead =>
  reason === 'no_such_host' || reason === 'moved' ? reason : 'no_such_user'

/** Words or codes (RFC 3463 §3.2, §3.3) about a recipient. A bare "550 no" is about anything. */
const NAMES_RECIPIENT = /mail ?box|recipient|\buser|address|account|\b5\.1\.\d|domain|\bhost\b/i

/**
 * Why an address that was refused in the dialogue is dead; null when it may not be. Only an answer about the recipient says so: one
 * to RCPT TO, or one that says it plainly after the words. A no to the sender is never about the recipient.
 */
export function whyDead({ outcome, said, step }: Reply): WhyDead | null {
  if (outcome !== 'refused' || step === undefined || step === 'MAIL FROM' || !NAMES_RECIPIENT.test(said)) return null
  const words = step === 'RCPT TO' ? ['sent RCPT TO'] : []
  const { class: found, reason } = understand({ recipient: null, said, words, status: null, delayed: false })
  return found === 'hard' ? deadBecause(reason) : null
}
