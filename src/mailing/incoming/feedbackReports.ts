import { addressesIn, addressOfField } from './addresses.ts'
import type { Classified } from './classes.ts'
import { type Fields, fieldsIn, first } from './fields.ts'
import type { ParsedMail } from './parsedMail.ts'

/** RFC 5965: somebody pressed "this is spam". Reports about forged mail (RFC 6591) and corrections are no complaints. */
export function complaintIn(mail: ParsedMail): Classified | null {
  const report = mail.reports.get('message/feedback-report')
  if (report === undefined) return wordsOfComplaint(mail)
  const fields = fieldsIn(report.trimStart())
  const type = first(fields, 'feedback-type').toLowerCase().replaceAll('-', '_').slice(0, 40) || 'abuse'
  const recipients = complainants(fields, mail.original)
  if (type === 'not_spam') return { class: 'other', recipients, status: null, reason: type }
  if (type === 'auth_failure') return { class: 'other', recipients, status: null, reason: 'auth' }
  return { class: 'complaint', recipients, status: null, reason: type }
}

/** Many providers black out who complained; the VERP address the letter came from still says it. */
function complainants(report: Fields, original: Fields | null): string[] {
  const named = ['original-rcpt-to', 'removal-recipient'].flatMap((name) =>
    (report.get(name) ?? []).flatMap((value) => addressOfField(value) ?? []),
  )
  const addresses = named.length
    ? named
    : original
      ? addressesIn(first(original, 'x-hmxmroriginalrecipient', 'to'))
      : []
  return [...new Set(addresses.filter((address) => address.includes('@') && !/redacted/.test(address)))]
}

/** Providers of before 2010 say it in words, with the letter beside them. */
function wordsOfComplaint({ text, original, subject }: ParsedMail): Classified | null {
  if (
    !original ||
    !/e-?mail (?:abuse|feedback) report for an? (?:e-?mail|message)|complaint about (?:your )?message from/i.test(
      `${subject}\n${text.slice(0, 2000)}`,
    )
  )
    return null
  const recipients = addressesIn(first(original, 'x-hmxmroriginalrecipient', 'to'))
  return { class: 'complaint', recipients, status: null, reason: 'abuse' }
}
