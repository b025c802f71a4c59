import { addressesIn, addressOfField } from './addresses.ts'
import type { Classified } from './classes.ts'
import { fieldsIn, first } from './fields.ts'
import type { ParsedMail } from './parsedMail.ts'

/** RFC 8098: "your message was read". A program's word about a person's act, so that it counts as an answer by itself. */
export function receiptIn(mail: ParsedMail): Classified | null {
  const { fields, reports, subject, text } = mail
  const report = reports.get('message/disposition-notification')
  const structured =
    report !== undefined || /report-type="?disposition-notification/i.test(first(fields, 'content-type'))
  const inWords =
    WORDS.test(text.slice(0, 1000)) &&
    /^(?:read|gelesen|lu|le[ií]do|not read|read receipt|return receipt)\b/i.test(subject)
  if (!structured && !inWords) return null
  const said = addressOfField(first(fieldsIn(report ?? ''), 'original-recipient', 'final-recipient'))
  const recipients = said?.includes('@') ? [said] : addressesIn(first(fields, 'from')).slice(0, 1)
  return { class: 'auto_reply', recipients, status: null, reason: 'read_receipt' }
}

const WORDS = /was (?:read|displayed|opened|deleted)|read receipt|return receipt|wurde gelesen|a été lu|fue le[ií]do/i
