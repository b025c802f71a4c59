import type { BounceReason } from './classes.ts'

/**
 * RFC 3463 and the IANA register of enhanced status codes, by subject and detail. Left out are those that only say
 * "other" (X.0.0, X.1.0, X.2.0, X.5.0, X.7.0): words say more than they do.
 */
const MEANINGS: Readonly<Record<string, BounceReason>> = {
  '1.1': 'no_such_user',
  '1.2': 'no_such_host',
  '1.3': 'no_such_user', // bad syntax
  '1.4': 'no_such_user', // ambiguous
  '1.6': 'moved',
  '1.7': 'policy', // the sender's address, bad syntax
  '1.8': 'policy', // the sender's domain, unknown
  '1.9': 'system',
  '1.10': 'no_such_host', // RFC 7505: the domain takes no mail
  '2.1': 'suspended',
  '2.2': 'mailbox_full',
  '2.3': 'size',
  '2.4': 'system',
  '3.1': 'system',
  '3.2': 'system',
  '3.3': 'system',
  '3.4': 'size',
  '3.5': 'system',
  '4.1': 'system',
  '4.2': 'system',
  '4.3': 'system',
  '4.4': 'no_such_host', // unable to route
  '4.5': 'system',
  '4.6': 'system', // loop
  '4.7': 'expired',
  '5.1': 'system',
  '5.2': 'system',
  '5.3': 'policy', // too many recipients
  '5.4': 'system',
  '5.5': 'system',
  '6.1': 'content',
  '6.2': 'content',
  '6.3': 'content',
  '6.4': 'content',
  '6.5': 'content',
  '6.6': 'content',
  '6.7': 'content', // RFC 6531: an address not in ASCII
  '7.1': 'policy',
  '7.2': 'policy',
  '7.13': 'suspended',
  '7.17': 'no_such_user', // RFC 7293: the mailbox has another owner since
  '7.18': 'no_such_host', // the domain has another owner since
  '7.20': 'auth', // RFC 7372: DKIM
  '7.21': 'auth',
  '7.22': 'auth',
  '7.23': 'auth', // SPF
  '7.24': 'auth',
  '7.25': 'policy', // reverse DNS
  '7.26': 'auth',
  '7.27': 'policy',
  '7.28': 'policy', // mail flood
  '7.30': 'policy',
}

/** Nobody registered details so high; Exchange Online numbers its refusals from here: 5.7.124, 5.7.606, 5.7.708. */
const FIRST_PRIVATE = 100

export function reasonOfStatus(status: string): BounceReason | null {
  const [, subject, detail] = status.split('.')
  const meaning = MEANINGS[`${Number(subject)}.${Number(detail)}`]
  if (meaning) return meaning
  return subject === '6' ? 'content' : subject === '7' && Number(detail) >= FIRST_PRIVATE ? 'policy' : null
}

/** What the middle figure alone says, for details nobody registered. */
export function reasonOfSubject(status: string): BounceReason | null {
  return SUBJECTS[status.split('.')[1]!] ?? null
}

const SUBJECTS: Readonly<Record<string, BounceReason>> = {
  1: 'no_such_user',
  3: 'system',
  4: 'system',
  5: 'system',
  6: 'content',
  7: 'policy',
}

/** "5.1.1", but neither a piece of an IP address nor of a version number. */
const ENHANCED = /(?<![\d.\w/])([245])\.(\d{1,2})\.(\d{1,3})(?![\d]|\.\d)/g
const VERSION_BEFORE = /(?:version|ver|exim|sendmail|v)[\s.:(]*$/i

export function statusesIn(text: string): string[] {
  return [...text.matchAll(ENHANCED)]
    .filter(({ index }) => !VERSION_BEFORE.test(text.slice(Math.max(0, index - 12), index)))
    .map(([status]) => status)
}

/** Of several, the one that says most: a specific failure, then any failure, then a delay. */
export function bestStatus(statuses: readonly string[]): string | null {
  const failures = statuses.filter((status) => !status.startsWith('2'))
  const exact = failures.find((status) => reasonOfStatus(status)) ?? failures.find((status) => !status.endsWith('.0.0'))
  return exact ?? failures[0] ?? statuses[0] ?? null
}

/** "550 …" or "550-…" as a server's reply begins. */
const REPLY =
  /(?:^|[\s:;"'(<[=])([45][0-5]\d)(?=[\s\-#):;,"']|$)(?!\s*(?:bytes|messages?|kb|mb|hours?|days?|minutes?|seconds?)\b)/gim

export function repliesIn(text: string): number[] {
  return [...text.matchAll(REPLY)].map(([, reply]) => Number(reply))
}
