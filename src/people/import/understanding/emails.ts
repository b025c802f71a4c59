import { email } from '../../forms.ts'
import { quoted } from './cellText.ts'
import type { Outcome } from './outcome.ts'

export interface FoundEmail {
  readonly email: string
  /** Of "Ann Price <ann@example.org>" (RFC 5322, 3.4: name-addr). */
  readonly name?: string
}

/** The first address of a cell, without "mailto:", angle brackets and the marks around it. */
export function readEmail(text: string): Outcome<FoundEmail> {
  const found = text.match(ADDRESS) ?? []
  const addresses = [
    ...new Set(found.map((address) => address.replace(/^mailto:/i, '').replace(/^[.'‘]+|[.'’]+$/g, ''))),
  ]
  const [first, ...others] = addresses
  if (!first) return { problem: withoutAt(text) }
  const checked = email.safeParse(first)
  if (!checked.success) return { problem: `${quoted(first)} is not a whole email address, like name@example.org.` }
  const name = /^\s*["“']?([^<>@"“”']*?)["”']?\s*</.exec(text)?.[1]?.trim()
  const left = others.filter((other) => other.toLowerCase() !== first.toLowerCase())
  return {
    value: { email: first, ...(name && { name }) },
    ...(left.length && {
      notice: `There are two email addresses. We took ${first} and left out ${left.join(' and ')}.`,
    }),
  }
}

const ADDRESS = /[^\s<>,;"“”()[\]|/\\]*@[^\s<>,;"“”()[\]|/\\]*/g

function withoutAt(text: string): string {
  const at = /^(\S+?)\s*(?:\[at\]|\(at\)|\bat\b)\s*(\S+\.\S+)$/i.exec(text)
  const likely = at && email.safeParse(`${at[1]}@${at[2]}`)
  return `The email address ${quoted(text)} has no @.${likely?.success ? ` Is it ${likely.data}?` : ''}`
}
