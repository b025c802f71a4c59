/** A web address in a comment, with what is odd about it, if anything is. */
export interface CommentLink {
  /** As it was typed. */
  readonly typed: string
  /** Where it leads: the host in ASCII (RFC 3492), as browsers look it up. */
  readonly host: string
  readonly odd: Oddity | null
}

/**
 * `letters`: the host has letters that can look like others (UTS #39). `before`: something stands before the host that can
 * be taken for it, as in `https://bank.example@elsewhere.example`. `words`: the words of the link name another host.
 */
export type Oddity = 'letters' | 'before' | 'words'

/** Ends before closing signs, and never holds a bracket: those belong to the sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"[\]]*[^\s<>"[\].,;:!?)'’”])/gi
const COUNTED = /https?:\/\/(?:www\.)?|\bwww\./gi
/** Marked-up links, which stand as typed in a comment, but whose writer may have hoped otherwise. */
const MARKED = [
  /\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,1000})\)/gi,
  /<a\s[^>]{0,300}href\s{0,9}=\s{0,9}["']?(?<href>https?:\/\/[^"'\s>]{1,1000})[^>]{0,300}>(?<words>[^<]{1,300})</gi,
] as const

/** How many links somebody meant to put into a text, however they glued them together. */
export const countLinks = (text: string): number => text.match(COUNTED)?.length ?? 0

/** The text cut at its web addresses: every second piece is one. */
export const cutAtAddresses = (text: string): readonly string[] => text.split(ADDRESS)

/** Each web address of a text once. */
export function linksIn(text: string): readonly CommentLink[] {
  const disguised = new Set(
    markedLinks(text)
      .filter(namesAnotherHost)
      .map(({ href }) => href),
  )
  const found = new Map<string, CommentLink>()
  for (const [typed] of text.matchAll(ADDRESS)) {
    const url = URL.canParse(typed) ? new URL(typed) : null
    if (!url || found.has(typed)) continue
    const odd = oddityOf(url) ?? ([...disguised].some((href) => href.startsWith(typed)) ? 'words' : null)
    found.set(typed, { typed, host: url.host, odd })
  }
  return [...found.values()]
}

/** The address as readers see it: as typed, or, where its looks may deceive, as it really is. */
export function shownAddress(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null
  if (!url || !oddityOf(url)) return typed
  return `${url.protocol}//${url.host}${url.pathname}${url.search}${url.hash}`
}

function oddityOf(url: URL): Oddity | null {
  if (url.username || url.password) return 'before'
  return url.hostname.split('.').some((label) => label.startsWith('xn--')) ? 'letters' : null
}

interface Marked {
  readonly words: string
  readonly href: string
}

function markedLinks(text: string): readonly Marked[] {
  return MARKED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 1: first = '', 2: second = '', groups }) => ({
      words: groups?.['words'] ?? first,
      href: groups?.['href'] ?? second,
    })),
  )
}

const HOST = /(?:https?:\/\/)?((?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,63})/iu

function namesAnotherHost({ words, href }: Marked): boolean {
  const named = HOST.exec(words)?.[1]
  if (!named || !URL.canParse(href) || !URL.canParse(`https://${named}`)) return false
  return bare(new URL(`https://${named}`).hostname) !== bare(new URL(href).hostname)
}

const bare = (host: string): string => host.replace(/^www\./, '')
