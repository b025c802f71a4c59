import { type DayOrder, readDay } from './days.ts'

/** What a list claims about a person's yes. Without evidence it does not count: nobody is emailed because a list says Y. */
export interface ConsentClaim {
  readonly purpose: 'newsletter'
  readonly said: 'yes' | 'no'
  /** How they said it: 'by form at conference'. '' when the list does not say. */
  readonly evidence: string
  readonly on?: string
}

export interface ConsentCells {
  readonly says: string
  readonly evidence: string
  readonly on: string
}

interface Reading {
  readonly order: DayOrder
  readonly today: string
}

/** Whether a claim shows that somebody said yes (UK GDPR, article 7.1: to be able to demonstrate it). */
export const counts = ({ said, evidence }: ConsentClaim): boolean => said === 'yes' && evidence !== ''

/** Reads "Y", "no", "12/03/2021 by form" and cells beside it that say when and how. Null when they say neither yes nor no. */
export function readConsent({ says, evidence, on }: ConsentCells, reading: Reading): ConsentClaim | null {
  const rest = says
    .replace(NO, '')
    .replace(YES, '')
    .replace(/^[\s,:;–-]+/, '')
    .trim()
  const when = [on, ...(says.match(DAY) ?? []), ...(evidence.match(DAY) ?? [])]
    .map((text) => readDay(text, reading).value)
    .find(Boolean)
  const how = [withoutDays(rest), withoutDays(evidence)].some((text) => /\p{L}{2}/u.test(text))
    ? [rest, evidence].filter(Boolean).join(', ')
    : ''
  const said = NO.test(says) ? 'no' : YES.test(says) || (says !== '' && (when || how)) ? 'yes' : null
  return said && { purpose: 'newsletter', said, evidence: how.slice(0, 300), ...(when && { on: when }) }
}

const NO =
  /^(?:no?|false|0|opt(?:ed)?[- ]?out|unsubscribed|never|refused|declined|do not\b.*|don’?'?t\b.*|not\b.*|removed|cleaned)(?=$|[\s,:;–-])/i
const YES =
  /^(?:y|yes|true|1|x|✓|✔|ok|agreed|given|granted|opt(?:ed)?[- ]?in|subscribed|confirmed|consented)(?=$|[\s,:;–-])/i
const DAY = /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9} \d{2,4}/gu
const withoutDays = (text: string): string => text.replace(DAY, '').trim()
