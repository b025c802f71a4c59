import { domainOf } from '../../platform/mail.ts'
import type { Message } from '../sending/composing.ts'
import { displayName, headerWords, writtenAddress } from '../sending/headers.ts'
import { quotedPrintable } from '../sending/quotedPrintable.ts'

/** A letter to one person, as it was written. */
export interface PlainLetter {
  readonly id: string
  readonly to: string
  readonly replyTo: string | null
  readonly subject: string
  readonly body: string
}
interface From {
  /** The group's. */
  readonly name: string
  readonly mailbox: string
}

/**
 * Written by the same rules as letters to many. The letter's own id is its message's, so that a receiver can tell a second copy.
 * Null when the address cannot be written.
 */
export function plainMessage(letter: PlainLetter, { name, mailbox }: From, at: Date): Message | null {
  const [to, replyTo] = [writtenAddress(letter.to), letter.replyTo && writtenAddress(letter.replyTo)]
  if (!to) return null
  return {
    headers: [
      ['From', `${displayName(name)} <${mailbox}>`],
      ['To', `<${to}>`],
      ...(replyTo ? [['Reply-To', `<${replyTo}>`] as const] : []),
      ['Subject', headerWords(letter.subject)],
      ['Date', at.toUTCString().replace('GMT', '+0000')],
      ['Message-ID', `<${letter.id}@${domainOf(mailbox)}>`],
      ['Auto-Submitted', 'auto-generated'], // RFC 3834 §5: no holiday replies
      ['MIME-Version', '1.0'],
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Content-Transfer-Encoding', 'quoted-printable'],
    ],
    // No empty line at the end, and never nothing: DKIM's relaxed form (RFC 6376 §3.4.4) then leaves it as it is.
    body: [Buffer.from(`${quotedPrintable(letter.body.trimEnd() || ' ')}\r\n`)],
  }
}
