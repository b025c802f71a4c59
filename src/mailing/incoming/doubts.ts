import type { BounceReason } from './classes.ts'
import { reasonOfStatus } from './enhancedCodes.ts'
import type { Step } from './serverStep.ts'

/** What makes sure, or less sure, that an address is dead. */
export interface Heard {
  /** The server's own words, where there are any. */
  readonly spoken: string
  readonly status: string | null
  /** All that the report holds, RFC 3463. */
  readonly codes: readonly string[]
  readonly step: Step | null
}

/** An address is dead only when the server, asked for the recipient, says so for good. */
export function doubted(reason: BounceReason, heard: Heard): BounceReason {
  const { spoken, status, step } = heard
  if (step === 'sender' || (step === 'greeting' && !NEVER_TAKES_MAIL.test(spoken))) return 'policy'
  if (reason === 'no_such_user' && (isOfTheLetter(heard) || isForbidden(heard))) return 'policy'
  const passing = status?.startsWith('4') || /try again|temporar|servfail/.test(spoken)
  return reason === 'no_such_host' && passing ? 'system' : reason
}

/** RFC 7504. */
const NEVER_TAKES_MAIL = /\b5(?:21|56)\b/

/**
 * Whoever has taken the recipient and refuses the letter speaks of the letter (RFC 5321 §3.3): mobile providers answer "550
 * Unknown user" to what the recipient's own filter refuses. A code about the address says otherwise, and so does Yahoo,
 * whose help calls "doesn't have an account" final.
 */
const isOfTheLetter = ({ spoken, codes, step }: Heard): boolean =>
  step === 'letter' &&
  !codes.some((code) => code.split('.')[1] === '1') &&
  !/doesn't have an? \S{0,40} ?account/.test(spoken)

/** X.7.1 of RFC 3463: not authorised to send there, by a filter of the host or of the recipient; unless RCPT TO was asked. */
const isForbidden = ({ status, step }: Heard): boolean =>
  status !== null && step !== 'recipient' && reasonOfStatus(status) === 'policy'

/**
 * "Mailbox unavailable" means no mailbox, no access or a policy (RFC 5321 §4.2.3): no mailbox only as an answer about one.
 */
export const asksForRecipient = ({ status, step }: Heard): boolean =>
  status?.split('.')[1] === '1' || step === 'recipient'
