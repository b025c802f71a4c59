import { addressesIn, senderIn, unique } from './addresses.ts'
import { answerReason, answersByItself, newAddressIn, readsLikeAProgram } from './answers.ts'
import { understand } from './bounceReasons.ts'
import type { Classified, RecipientReport } from './classes.ts'
import { type DeliveryStatus, deliveryStatuses } from './deliveryStatus.ts'
import { complaintIn } from './feedbackReports.ts'
import { first } from './fields.ts'
import { isWordedReport, wordedReportsIn, saysItArrived, withoutCopy } from './wordedReports.ts'
import { type ParsedMail, parsedMail } from './parsedMail.ts'
import { receiptIn } from './receipts.ts'
import { asksIn, isReply } from './replies.ts'
import { amazonReports } from './amazonReports.ts'

/** What a mail is. Reads at most the first megabyte and never throws. */
export const classify = async (bytes: Uint8Array): Promise<Classified> => classOf(await parsedMail(bytes))

/** What is written for machines is believed first; then what servers, programs and people write in words. */
export function classOf(mail: ParsedMail): Classified {
  return (
    complaintIn(mail) ??
    reported(mail) ??
    byAmazon(mail) ??
    receiptIn(mail) ??
    noticed(mail) ??
    answered(mail) ??
    written(mail)
  )
}

/** RFC 3464, in its own part or, where a mail was mangled, amid its text. */
function reported(mail: ParsedMail): Classified | null {
  const part = mail.reports.get('message/delivery-status')
  const text = part ?? (LOOSE.test(mail.text) ? mail.text.slice(mail.text.search(LOOSE)) : '')
  const statuses = deliveryStatuses(text).filter(
    ({ recipient, action, status }) => recipient !== null || (action !== '' && status !== null),
  )
  if (!statuses.length) return null
  const told = new Map(wordedReportsIn(mail).map(({ recipient, said }) => [recipient, said]))
  const words = withoutCopy(mail.text)
  return summed(
    mail,
    statuses.map((status) => reportOf(status, [told.get(status.recipient) ?? '', words])),
  )
}

const LOOSE = /^(?:final-recipient|original-recipient):\s*(?:rfc822|utf-8)\s*;/im

function reportOf(
  { recipient, action, status, diagnostic }: DeliveryStatus,
  words: readonly string[],
): RecipientReport {
  if (
    /^(?:delivered|relayed|expanded)$/.test(action) ||
    (!/^(?:failed|delayed)$/.test(action) && status?.startsWith('2'))
  )
    return { recipient, class: 'delivered', status, reason: null }
  return understand({ recipient, said: diagnostic, words, status, delayed: action === 'delayed' })
}

const STILL_TRYING =
  /(?:will|shall) (?:be |continue |keep )[^\n]{0,40}(?:re-?tr|try|attempt)|you do not need to re-?send|no action is required|warning only|delivery[^\n]{0,40}delayed|(?:delay|warning)\b/i

function byAmazon(mail: ParsedMail): Classified | null {
  const said = amazonReports(mail)
  return said && 'class' in said ? said : said?.length ? summed(mail, said) : null
}

function noticed(mail: ParsedMail): Classified | null {
  if (!isWordedReport(mail)) return null
  const told = `${mail.subject}\n${withoutCopy(mail.text).slice(0, 4096)}`
  const arrived = saysItArrived(mail)
  const delayed = STILL_TRYING.test(told) && !/giv(?:en|ing) up|gave up|permanent|has failed|final/i.test(told)
  return summed(
    mail,
    wordedReportsIn(mail).map(({ recipient, said }) =>
      arrived
        ? { recipient, class: 'delivered', status: null, reason: null }
        : understand({ recipient, said, words: [told], status: null, delayed }),
    ),
  )
}

const WORST = ['hard', 'soft', 'delivered'] as const

/** The class of the worst: a report of ten letters of which one is dead must not pass unseen. `reports` says which. */
function summed({ original }: ParsedMail, reports: readonly RecipientReport[]): Classified {
  const worst = WORST.map((name) => reports.filter((one) => one.class === name))
    .find((alike) => alike.length > 0)!
    .reduce((a, b) => (a.reason === 'unknown' ? b : a))
  const named = unique(reports.flatMap(({ recipient }) => recipient ?? []))
  const recipients =
    named.length || !original ? named : addressesIn(first(original, 'x-original-to', 'to')).slice(0, 20)
  const { status, reason, newAddress } = worst
  return {
    class: worst.class,
    recipients,
    status,
    reason,
    ...(newAddress !== undefined && { newAddress }),
    ...(reports.length > 1 && { reports }),
  }
}

function answered(mail: ParsedMail): Classified | null {
  if (!answersByItself(mail.fields) && !readsLikeAProgram(mail)) return null
  const newAddress = newAddressIn(mail)
  const reason = newAddress === null ? answerReason(mail) : 'moved'
  return {
    class: 'auto_reply',
    recipients: sender(mail),
    status: null,
    reason,
    ...(newAddress !== null && { newAddress }),
  }
}

/** By a person, or at least not by our letter's fate. */
function written(mail: ParsedMail): Classified {
  const reason = asksIn(mail)
  const isAnswer = reason !== null || isReply(mail)
  return { class: isAnswer ? 'reply' : 'other', recipients: sender(mail), status: null, reason }
}

/** Whom an answer is about: who wrote it. */
function sender({ fields }: ParsedMail): string[] {
  const address = senderIn(first(fields, 'from'))
  return address === null ? [] : [address]
}
