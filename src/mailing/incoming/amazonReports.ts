import { unique } from './addresses.ts'
import { understand } from './bounceReasons.ts'
import type { Classified, RecipientReport } from './classes.ts'
import type { ParsedMail } from './parsedMail.ts'

/**
 * Amazon's mail service reports in JSON, as its documentation has it ("Amazon SNS notification contents"), which a topic
 * can send on as a mail. Only what is asked for here is read of it.
 */
export function amazonReports(mail: ParsedMail): readonly RecipientReport[] | Classified | null {
  const said = notification(mail.text)
  if (said === null) return null
  const type = text(said, 'notificationType') || text(said, 'eventType')
  if (type === 'Bounce') return bounced(inner(said, 'bounce'))
  if (type === 'Complaint') return complained(inner(said, 'complaint'))
  if (type !== 'Delivery') return null
  const addresses = list(inner(said, 'delivery'), 'recipients').filter((one) => typeof one === 'string')
  return unique(addresses).map((recipient) => ({ recipient, class: 'delivered', status: null, reason: null }))
}

type Json = Readonly<Record<string, unknown>>

/** The outermost braces; a letter of the topic may stand around them, or hold them as its `Message`. */
function notification(words: string): Json | null {
  if (!/"(?:notificationType|eventType|Message)"/.test(words)) return null
  const outer = parsed(words.slice(words.indexOf('{'), words.lastIndexOf('}') + 1))
  const message = outer && text(outer, 'Message')
  return message ? parsed(message) : outer
}

function parsed(words: string): Json | null {
  try {
    const value: unknown = JSON.parse(words.replace(/[\r\n]/g, '')) // a mail's lines are broken anywhere
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const inner = (from: Json, name: string): Json => (isRecord(from[name]) ? from[name] : {})
const text = (from: Json, name: string): string => (typeof from[name] === 'string' ? from[name] : '')
const list = (from: Json, name: string): unknown[] => (Array.isArray(from[name]) ? from[name].slice(0, 500) : [])
const records = (from: Json, name: string): Json[] => list(from, name).filter(isRecord)

/** Of their own kinds of bounce, those that say more than the server did. */
const SUBTYPES: Readonly<Record<string, string>> = {
  NoEmail: 'no such user',
  MailboxFull: 'mailbox full',
  MessageTooLarge: 'message too large',
  ContentRejected: 'content rejected',
  AttachmentRejected: 'attachment rejected',
}

function bounced(bounce: Json): RecipientReport[] {
  const subtype = SUBTYPES[text(bounce, 'bounceSubType')] ?? ''
  const permanent = text(bounce, 'bounceType') === 'Permanent'
  return records(bounce, 'bouncedRecipients').map((one) =>
    understand({
      recipient: text(one, 'emailAddress').toLowerCase() || null,
      said: text(one, 'diagnosticCode').replace(/^[\w-]{1,20};\s*/, ''),
      words: [subtype],
      status: text(one, 'status') || null,
      delayed: !permanent && text(one, 'action') === 'delayed',
    }),
  )
}

function complained(complaint: Json): Classified {
  const recipients = unique(records(complaint, 'complainedRecipients').map((one) => text(one, 'emailAddress')))
  const reason = text(complaint, 'complaintFeedbackType').replaceAll('-', '_') || 'abuse'
  return { class: reason === 'not_spam' ? 'other' : 'complaint', recipients, status: null, reason }
}
