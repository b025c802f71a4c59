import { addressesIn, unique } from './addresses.ts'
import { repliesIn } from './enhancedCodes.ts'
import { type Fields, first } from './fields.ts'
import type { ParsedMail } from './parsedMail.ts'

/** A report written for people: which letters they are, whom they are about, and what was said of each. */
export interface WordedReport {
  readonly recipient: string | null
  readonly said: string
}

const FROM_A_SERVER =
  /mailer[-_ ]?daemon|postmaster|mail(?:er)? ?(?:delivery|administrator|system|server)|maildelivery|^\s*<>|mdaemon|mail-?daemon|\bdaemon@|microsoft ?exchange|delivery (?:sub)?system|mmdf|system administrator|majordomo|internet mail/i
const OF_A_FAILURE =
  /undeliver|unzustellbar|undelivered|returned (?:mail|to sender|message)|return(?:ed|ing) (?:message|mail)|non[- ]?(?:remis|deliver)|not (?:be )?delivered|delivery (?:status|fail|report|notif|problem|error|has failed|delay|incomplete)|fail(?:ed|ure) (?:notice|delivery|to deliver)|(?:mail|message|e-?mail)\b.{0,20}(?:fail|delay|error|bounced)|delayed|could ?n[o']t be|mail system error|no se puede entregar|no entregado|non recapitabile|onbestelbaar|impossible|warning: |rejected mail|nondeliverable|配信|配送|届|送信/i
const SAYS_IT_FAILED =
  /(?:could not|couldn't|can ?not|can't|unable to|not|wasn't|failed to|has not) (?:be |been |yet been |yet be )?(?:deliver|reach|sent|process|complete)|fail(?:ed|ure)|undeliver|returned|rejected|bounc|permanent|fatal error|giving up|delayed|problem|unknown|error|配信|届|送信|宛先/i

const PLAINLY_FAILED =
  /(?:could not|couldn't|can ?not|can't|was not|wasn't|has not been|unable to|not be|failed to) (?:be |been )?deliver|undeliver(?:able|ed)|delivery (?:has )?failed|not reach (?:some|the|all|its)|returned to (?:the )?sender/i

/** Apache James writes as whom it is told to, and "Re:" before the letter's subject; its notice is known by its headings. */
const JAMES = [/^error message below:$/im, /^message details:$/im, /^ {2}rcpt to: /im]

/**
 * From a server, saying that something did not arrive; or from nobody known, saying it plainly with the letter or the
 * server's reply beside it. People forward and answer such mails too: theirs begin as answers do.
 */
export function isWordedReport({ fields, subject, text, original }: ParsedMail): boolean {
  if (fields.has('x-failed-recipients') || JAMES.every((heading) => heading.test(text))) return true
  const failed = OF_A_FAILURE.test(subject)
  const replied = repliesIn(text.slice(0, 8192)).length > 0
  if (FROM_A_SERVER.test(first(fields, 'from', 'sender')) || isFromNobody(fields))
    return (
      saysItArrived({ subject }) ||
      ((failed || replied || PLAINLY_FAILED.test(text)) && SAYS_IT_FAILED.test(`${subject}\n${text}`))
    )
  if (/^(?:re|aw|sv|fwd?|wg|tr):/i.test(subject)) return false
  const plainly = PLAINLY_FAILED.test(withoutCopy(text).slice(0, 4096))
  return (failed && (replied || plainly)) || (original !== null && plainly)
}

const ARRIVED =
  /success(?:ful)?(?:ly)?\b[^\n]{0,40}(?:deliver|relay|sent)|deliver\w*[^\n]{0,40}(?:success|relay|confirm)|^(?:delivered|relayed):/i

/** A report that was asked for, of a letter that arrived or was handed on. */
export const saysItArrived = ({ subject }: Pick<ParsedMail, 'subject'>): boolean =>
  ARRIVED.test(subject) && !/\b(?:un|not )success/i.test(subject)

/** RFC 5321 §4.5.5: what must not be answered comes from the empty address. */
export const isFromNobody = (fields: Fields): boolean => /^<\s*>$/.test(first(fields, 'return-path'))

const COPY_BEGINS =
  /^[ \t>]*(?:[-=_*#]{2,}.{0,40}\b(?:original|copy|returned|unsent|header|undelivered|message (?:text|follow|body)|forwarded|your message|failed message)|(?:the )?(?:header|first \d+ lines|text|copy|body|contents?) of (?:the|your) (?:original|message)|(?:original|your|returned|undelivered) message(?: headers?)?(?: follows?| text| is| was)?:?\s*$|(?:return-path|received|message-id):\s)/im

/** The report without the letter that came back in it. */
export function withoutCopy(letter: string): string {
  const text = letter.replace(FIELDS_FIRST, '')
  const copy = COPY_BEGINS.exec(text)
  return copy && copy.index > 40 ? text.slice(0, copy.index) : text
}

/** Oracle's (Sun's, iPlanet's) messaging server names the letter by its fields before it says what became of it. */
const FIELDS_FIRST =
  /^this report relates to a message you sent with the following header fields:\n(?:[^]{0,2000}?\n)??(?=your message cannot be delivered)/im

/** One recipient, or several with what was said under each. */
export function wordedReportsIn(mail: ParsedMail): WordedReport[] {
  const told = withoutCopy(mail.text)
  const named = mail.fields.has('x-failed-recipients')
    ? addressesIn(mail.fields.get('x-failed-recipients')!.join(', '))
    : []
  const listed = paragraphs(told)
  const said = listed.size ? listed : answersOf(told)
  const recipients = unique(named.length ? named : said.size ? [...said.keys()] : guessed(mail, told))
  if (!recipients.length) return [{ recipient: null, said: told }]
  return recipients.map((recipient) => ({ recipient, said: said.get(recipient) || told }))
}

/** "<jo@example.org>:" (qmail, Postfix), or an address alone on its line (Exim, Sendmail), and what follows it. */
const ADDRESS_LINE =
  /^[ \t]*(?:<([^<>\s]{1,300}@[^<>\s]{1,255})>|([^<>\s:;,()"']{1,64}@[\w.-]{1,255}))(?:[ \t]*\((?:[^()\n]{1,200})\))?[ \t]*(?:[:.;,]|\.\.\.|$)(.*)$/

function paragraphs(text: string): Map<string, string> {
  const said = new Map<string, string>()
  let current: string | null = null
  for (const line of text.split('\n').slice(0, 400)) {
    const found = ADDRESS_LINE.exec(line)
    if (found && said.size < 100) current = (found[1] ?? found[2]!).toLowerCase()
    if (current !== null) said.set(current, `${said.get(current) ?? ''}${found ? found[3]! : line}\n`)
  }
  const silent = [...said].filter(([, words]) => !/\w{3}/.test(words))
  for (const [recipient] of silent) said.set(recipient, '')
  return said
}

/** Sendmail's transcript: "550 <jo@example.org>... User unknown", with the dialogue before it. */
const ANSWER_LINE = /^[45]\d\d (?:[45]\.\d{1,3}\.\d{1,3} )?<?([^<>\s:;,()"']{1,64}@[\w.-]{1,255}?)>?\.\.\. /

function answersOf(text: string): Map<string, string> {
  const said = new Map<string, string>()
  let dialogue = ''
  for (const line of text.split('\n').slice(0, 400)) {
    dialogue = line.startsWith('>>>') ? '' : dialogue
    dialogue += `${line}\n`
    const recipient = ANSWER_LINE.exec(line)?.[1]
    if (recipient && said.size < 100) said.set(recipient.toLowerCase(), dialogue)
  }
  return said
}

/** Whoever is named in the report but its two parties; else whom the letter went to. */
function guessed({ fields, original }: ParsedMail, told: string): string[] {
  const parties = new Set(
    addressesIn(`${first(fields, 'to')} ${first(fields, 'from')} ${first(fields, 'delivered-to')}`),
  )
  const named = addressesIn(told.slice(0, 8192)).filter(
    (one) => !parties.has(one) && !/^(?:postmaster|mailer-daemon|abuse|support)@/.test(one),
  )
  return named.length
    ? named.slice(0, 1)
    : addressesIn(original ? first(original, 'x-original-to', 'to') : '').slice(0, 20)
}
