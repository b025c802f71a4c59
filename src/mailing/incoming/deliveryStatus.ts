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
  const groups = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n|\n(?=final-recipient:)/i)
    .slice(0, MOST_GROUPS)
    .map(fieldsIn)
  return joined(groups)
    .filter((group) => OF_RECIPIENTS.some((name) => group.has(name)))
    .map(statusOf)
}

const OF_RECIPIENTS = ['final-recipient', 'original-recipient', 'action', 'status', 'diagnostic-code']

/** A group that names its recipient first by another field was cut in two before Final-Recipient. */
function joined(groups: readonly Fields[]): Fields[] {
  const whole: Fields[] = []
  for (const group of groups) {
    const last = whole.at(-1)
    const begun = last?.has('original-recipient') && !last.has('final-recipient') && !last.has('action')
    if (begun && group.has('final-recipient')) whole.splice(-1, 1, new Map([...last!, ...group]))
    else whole.push(group)
  }
  return whole
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
