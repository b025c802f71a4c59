import { addressOfField } from './addresses.ts'
import { type Fields, fieldsIn, first } from './fields.ts'

/** What an RFC 3464 report says about one recipient. */
export interface DeliveryStatus {
  readonly recipient: string | null
  /** 'failed', 'delayed', 'delivered', 'relayed' or 'expanded'; '' when it does not say. */
  readonly action: string
  readonly status: string | null
  readonly diagnostic: string
}

/** No report names more recipients than a letter may have. */
const MOST_GROUPS = 500

/** Groups of fields between blank lines; those about recipients are known by their fields, wherever they stand. */
export function deliveryStatuses(text: string): DeliveryStatus[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .slice(0, MOST_GROUPS)
    .flatMap(recipientsApart)
    .slice(0, MOST_GROUPS)
    .map(fieldsIn)
    .filter((group) => group.has('final-recipient') || group.has('original-recipient') || group.has('action'))
    .map(statusOf)
}

/** Some write several recipients without a blank line between them; each begins with its Final-Recipient. */
function recipientsApart(group: string): string[] {
  const begins = /^(?=final-recipient:)/gim
  return (group.match(begins)?.length ?? 0) > 1 ? group.split(begins) : [group]
}

/** The address the letter was sent to stands in Original-Recipient; the last one reached, in Final-Recipient. */
function statusOf(fields: Fields): DeliveryStatus {
  const original = addressOfField(first(fields, 'original-recipient'))
  const final = addressOfField(first(fields, 'final-recipient', 'x-actual-recipient'))
  return {
    recipient: original?.includes('@') ? original : final,
    action: /^[a-z]+/.exec(first(fields, 'action').toLowerCase())?.[0] ?? '',
    status: first(fields, 'status') || null,
    diagnostic: (fields.get('diagnostic-code') ?? []).join(' ').replace(/^[\w-]{1,20};\s*/, ''),
  }
}
