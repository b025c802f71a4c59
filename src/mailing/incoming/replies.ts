import type { AnswerReason } from './classes.ts'
import { first } from './fields.ts'
import type { ParsedMail } from './parsedMail.ts'

const MAIL_LIST = ['list-id', 'list-post', 'list-unsubscribe']

/** A person's answer: it says to what, or begins as answers do. What comes through a list is for the list. */
export function isReply({ fields, subject }: ParsedMail): boolean {
  if (MAIL_LIST.some((name) => fields.has(name)) || /^(?:bulk|list|junk)/i.test(first(fields, 'precedence')))
    return false
  if (/^yes/i.test(first(fields, 'x-spam-flag'))) return false
  return fields.has('in-reply-to') || fields.has('references') || /^(?:re|aw|sv|antw|vs|ateb) ?:/i.test(subject.trim())
}

/** What a person wrote, without the letter quoted under it. */
export function ownWords(text: string): string {
  const lines = text.slice(0, 8192).split('\n')
  const end = lines.findIndex((line) =>
    /^\s*(?:>|-{2,} ?(?:original|forwarded)|on .{5,200} wrote:|from: .*@|_{10,})/i.test(line),
  )
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim()
}

const COMMAND = /^\W{0,10}(un-?subscribe|subscribe|remove(?: me)?|stop|signoff|opt[- ]?out)\b\W{0,40}$/i
const ASKS =
  /\b(?:(?:please )?(?:take|remove|delete|drop) (?:me|my (?:name|(?:e-?mail )?address|e-?mail|details))\b[^.?!\n]{0,60}\b(?:off|from|list|mailing|newsletter|database|records)|un-?subscribe me|(?:please|can you|could you|want(?: to)?|wish to|would like to|like to be|kindly) (?:be )?un-?subscribed?|un-?subscribe please|stop (?:sending|e-?mailing|writing to|contacting) me|no longer (?:wish|want) to (?:receive|get|hear)|do(?: not|n't) (?:want|wish) (?:to (?:receive|get)|(?:\w+ )?more|these)|opt(?:ing)? (?:me )?out)\b/i

/** Whoever asks by hand to be left alone has said so; a longer letter that only mentions it is read by a person. */
export function asksIn({ subject, text }: ParsedMail): AnswerReason | null {
  const words = ownWords(text)
  const command =
    COMMAND.exec(words) ?? (words.length < 200 ? COMMAND.exec(subject.replace(/^(?:re|fwd?): ?/i, '')) : null)
  if (command) return /^subscribe/i.test(command[1]!) ? 'subscribe' : 'unsubscribe'
  return words.length < 600 && ASKS.test(words) ? 'unsubscribe' : null
}
