import { countLinks, linksIn } from './links.ts'
import type { CommentRules } from './settings.ts'

/** Why a comment waits for an officer. `what` is the group's own word or a host, never the reader's address. */
export interface Hold {
  readonly kind: 'word' | 'address' | 'domain' | 'links' | 'host'
  readonly what: string
}

interface Held {
  readonly name: string
  readonly email: string
  readonly body: string
}

/** Everything in a comment that the group has asked to read first, and links that are not what they seem. */
export function whyHeld(comment: Held, { held, mostLinks }: Pick<CommentRules, 'held' | 'mostLinks'>): readonly Hold[] {
  const links = linksIn(comment.body)
  const seen: Seen = {
    text: plain(`${comment.name}\n${comment.body}`),
    email: comment.email.toLowerCase(),
    hosts: links.map(({ host }) => host),
  }
  const count = countLinks(comment.body)
  return [
    ...held.flatMap((entry) => holdFor(plain(entry), seen) ?? []),
    ...(count > mostLinks ? [{ kind: 'links', what: String(count) } as const] : []),
    ...links.filter(({ odd }) => odd).map(({ host }) => ({ kind: 'host', what: host.slice(0, 253) }) as const),
  ]
}

interface Seen {
  readonly text: string
  readonly email: string
  readonly hosts: readonly string[]
}

/** 'ann@example.org' is an address, '@example.org' and 'example.org' a domain, everything else words. */
function holdFor(entry: string, { text, email, hosts }: Seen): Hold | null {
  if (/^[^\s@]+@[^\s@]+$/.test(entry)) return entry === email ? { kind: 'address', what: '' } : null
  const domain = /^@?((?:[^\s@.]+\.)+[^\s@.]+)$/.exec(entry)?.[1]
  const of = (host: string): boolean => host === domain || host.endsWith(`.${domain}`)
  if (domain && [email.slice(email.indexOf('@') + 1), ...hosts].some(of)) return { kind: 'domain', what: domain }
  return entry !== '' && hasWords(text, entry) ? { kind: 'word', what: entry } : null
}

/** Whole words only: “ass” is not in “class”. */
const hasWords = (text: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(text)

/** Small letters, one space between words, and none of the signs that are there to be overlooked. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
