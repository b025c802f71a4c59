/** What a person wrote is kept up to here. */
export const LONGEST_WORDS = 20_000

/**
 * A person's words without the letter quoted below them. Quotes between the words stay: somebody answered line by line. When
 * nothing else would be left, all of it stays.
 */
export function replyWords(text: string): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/\n{4,}/g, '\n\n\n')
  const lines = clean.split('\n')
  const copied = lines.findIndex((line) => COPY.test(line))
  const own = withoutEnd(copied < 0 ? lines : lines.slice(0, copied))
  return (own || clean).trim().slice(0, LONGEST_WORDS)
}

/** From here on mail programs copy the letter unmarked. */
const COPY = /^\s*(?:-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht)|_{20,}\s*$)/i
const QUOTED = /^\s*(?:>|$)/
const SAYS_WHO = /^\s*(?:on|am|le|ar) .{5,200}(?:wrote|schrieb|écrit|ysgrifennodd).{0,40}:\s*$/i

/** The quote at the end, and the line above it that says whose it is; it may be broken in two. */
function withoutEnd(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => !QUOTED.test(line))
  if (lines.slice(last + 1).every((line) => !line.trim())) return lines.join('\n')
  const two = `${lines[last - 1] ?? ''} ${lines[last] ?? ''}`
  const end = SAYS_WHO.test(lines[last] ?? '') ? last : SAYS_WHO.test(two) ? last - 1 : last + 1
  return lines.slice(0, end).join('\n').trim()
}

/** A subject in one line. */
export const replySubject = (subject: string): string =>
  subject
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300)
