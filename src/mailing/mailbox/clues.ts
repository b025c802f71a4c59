import { addressesIn, senderIn } from '../incoming/addresses.ts'
import { type Fields, fieldsIn, first } from '../incoming/fields.ts'
import type { ParsedMail } from '../incoming/parsedMail.ts'
import type { Pointer } from '../sending/signedTokens.ts'
import { deliveryOf } from '../sending/verp.ts'

/** One of our Message-IDs: which delivery it names, and which of its tries. */
export interface OwnCopy {
  readonly deliveryId: string
  readonly attempt: number
  readonly domain: string
}

/** What in a mail says which delivery it is about. */
export interface Clues {
  /** Signed by us: only whoever got the letter, or carried it, can know it. */
  readonly signed: readonly Pointer[]
  /** In the order in which they are believed. */
  readonly copies: readonly OwnCopy[]
  /** Who says they wrote it. */
  readonly writer: string | null
}

/** Where servers write to whom a mail was given; of a complaint also whom the letter came from. */
const GIVEN_TO = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
  'x-rcpt-to',
  'to',
  'cc',
]
const CAME_FROM = ['return-path', 'x-return-path', 'sender', 'original-mail-from']
const MOST = 40

export function cluesIn(mail: ParsedMail, secret: string): Clues {
  const { fields, original, reports, text } = mail
  const report = fieldsIn((reports.get('message/feedback-report') ?? '').trimStart())
  const places = [...valuesOf(fields, GIVEN_TO), ...valuesOf(original, CAME_FROM), ...valuesOf(report, CAME_FROM)]
  const named = [
    ...valuesOf(fields, ['in-reply-to']),
    ...valuesOf(fields, ['references']).map((ids) => ids.split(/\s+/).toReversed().join(' ')), // the last one is answered
    ...valuesOf(original, ['message-id']),
    text,
  ]
  return {
    signed: addressesIn(places.join('\n'))
      .slice(0, MOST)
      .flatMap((address) => deliveryOf(address, secret) ?? []),
    copies: named.flatMap(copiesIn).slice(0, MOST),
    writer: senderIn(first(fields, 'from')),
  }
}

const valuesOf = (fields: Fields | null, names: readonly string[]): string[] =>
  names.flatMap((name) => fields?.get(name) ?? []).map((value) => value.slice(0, 4096))

const OWN_ID = /\b([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\.(\d{1,3})@([\w.-]{1,253})/gi

const copiesIn = (text: string): OwnCopy[] =>
  [...text.matchAll(OWN_ID)].slice(0, MOST).map(([, id, attempt, domain]) => ({
    deliveryId: id!.toLowerCase(),
    attempt: Number(attempt),
    domain: domain!.toLowerCase(),
  }))

/** A mail of our own that came round: nothing follows from it, and nobody is written to because of it. */
export function isOurOwn({ fields }: ParsedMail, mailbox: string): boolean {
  const own = mailbox.toLowerCase()
  const writer = (senderIn(first(fields, 'from')) ?? '').replace(/\+[^@]*@/, '@')
  return writer === own || fields.has('x-loop') || /<letters\.[^>]+>/i.test(first(fields, 'list-id'))
}
