/** What an incoming mail is to the sender of a newsletter. */
export type MailClass = 'hard' | 'soft' | 'auto_reply' | 'complaint' | 'delivered' | 'reply' | 'other'

/** Why a letter did not arrive. */
export type BounceReason =
  | 'no_such_user'
  | 'no_such_host'
  | 'moved'
  | 'mailbox_full'
  | 'suspended'
  | 'size'
  | 'policy'
  | 'spam'
  | 'auth'
  | 'content'
  | 'system'
  | 'expired'
  | 'unknown'

/** Why something answered by itself, and what a person asks. */
export type AnswerReason =
  | 'vacation'
  | 'left'
  | 'moved'
  | 'challenge'
  | 'acknowledgement'
  | 'read_receipt'
  | 'unsubscribe'
  | 'subscribe'

/** What one recipient's server said, read from a report. */
export interface RecipientReport {
  readonly recipient: string | null
  readonly class: 'hard' | 'soft' | 'delivered'
  /** RFC 3463, as in the mail, else made of its SMTP reply ("5.0.0"); null when it has neither. */
  readonly status: string | null
  readonly reason: BounceReason | null
  readonly newAddress?: string
}

export interface Classified {
  readonly class: MailClass
  /** In lower case, each once. */
  readonly recipients: readonly string[]
  readonly status: string | null
  /** A bounce's or an answer's reason; of a complaint its type by RFC 5965 ('abuse', 'fraud', 'opt_out'). */
  readonly reason: string | null
  readonly newAddress?: string
  /** Set when a report is about several recipients: what happened to each. */
  readonly reports?: readonly RecipientReport[]
}

/**
 * Only an address that is dead stops mail to it. A full mailbox, a refusal for policy or spam and an account that is
 * suspended may all end, and say more about the sender or the moment than about the address.
 */
const DEAD: ReadonlySet<BounceReason> = new Set(['no_such_user', 'no_such_host', 'moved'])

export const isDead = (reason: BounceReason): boolean => DEAD.has(reason)
