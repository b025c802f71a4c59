import PostalMime, { decodeWords, type Attachment, type Email } from 'postal-mime'
import { tidied } from './beginnings.ts'
import { type Fields, fieldsIn, first } from './fields.ts'
import { textOfHtml } from './textOfHtml.ts'

/** What is looked at of an incoming mail. */
export interface ParsedMail {
  readonly fields: Fields
  readonly subject: string
  /** What a person would read of it, the copy of a returned letter left out where it is a part of its own. */
  readonly text: string
  /** Contents of the parts for machines, by their type: 'message/delivery-status', 'message/feedback-report' … */
  readonly reports: ReadonlyMap<string, string>
  /** The header of the letter that came back. */
  readonly original: Fields | null
}

/** Nobody needs more words to say what went wrong. */
const LONGEST_TEXT = 1 << 16
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 1 << 19, forceRfc822Attachments: true } as const

/** Never throws: what no parser makes sense of is read as a header and lines. */
export async function parsedMail(bytes: Uint8Array): Promise<ParsedMail> {
  const tidy = tidied(bytes)
  try {
    const email = await PostalMime.parse(tidy, LIMITS)
    const isEmpty = !email.text?.trim() && !email.html?.trim() && email.attachments.length === 0
    return isEmpty ? asLines(tidy) : understood(email)
  } catch {
    return asLines(tidy)
  }
}

function understood(email: Email): ParsedMail {
  const fields = new Map<string, string[]>()
  for (const { key, value } of email.headers) fields.set(key, [...(fields.get(key) ?? []).slice(0, 99), value])
  const parts = email.attachments.map((part) => ({ type: part.mimeType, text: () => textOf(part) }))
  const reports = new Map<string, string>()
  for (const { type, text } of parts) {
    const kind = REPORTS[type]
    if (kind) reports.set(kind, `${reports.get(kind) ?? ''}${text()}\n\n`)
  }
  const original = parts.find(({ type }) => ORIGINALS.test(type))
  const shown = email.text?.trim() ? email.text : textOfHtml(email.html?.slice(0, 4 * LONGEST_TEXT) ?? '')
  return {
    fields,
    subject: email.subject ?? decodeWords(first(fields, 'subject')),
    text: shown.replaceAll('\r', '').slice(0, LONGEST_TEXT),
    reports,
    original: original ? fieldsIn(original.text().trimStart()) : null,
  }
}

/** RFC 6533 gives the reports of internationalised mail types of their own. */
const REPORTS: Readonly<Record<string, string>> = {
  'message/delivery-status': 'message/delivery-status',
  'message/global-delivery-status': 'message/delivery-status',
  'message/feedback-report': 'message/feedback-report',
  'message/disposition-notification': 'message/disposition-notification',
  'message/global-disposition-notification': 'message/disposition-notification',
}
const ORIGINALS = /^(?:message\/(?:rfc822|global|global-headers|partial)|text\/rfc822(?:-headers)?)$/

function textOf({ content }: Attachment): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  return new TextDecoder().decode(bytes.subarray(0, LONGEST_TEXT))
}

function asLines(bytes: Uint8Array): ParsedMail {
  const text = new TextDecoder().decode(bytes.subarray(0, 4 * LONGEST_TEXT))
  const fields = fieldsIn(text)
  const blank = text.indexOf('\n\n')
  return {
    fields,
    subject: first(fields, 'subject'),
    text: (blank < 0 ? text : text.slice(blank)).slice(0, LONGEST_TEXT),
    reports: new Map(),
    original: null,
  }
}
