import { normalPath } from '../wordpress/addresses.ts'

/** A stored path ('/2017/11/20/café/') as it stands in a link: each part percent-encoded (RFC 3986, 2.1). */
export const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** The path of a request, as it was sent and as it is looked up. */
export interface Asked {
  /** Percent-encoded, as it came. */
  readonly raw: string
  /** Decoded, with a trailing slash unless it ends in a file name. */
  readonly normal: string
}

/** Reads the path of a request's address. Null for what can be no path of a website: '//', '..', control characters. */
export function askedPath(url: string): Asked | null {
  const raw = new URL(url).pathname
  const normal = normalPath(raw)
  return normal === null ? null : { raw, normal }
}

/** What stands behind an entry's or an archive's own address, as WordPress has it. */
export type View =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'feed' }
  | { readonly kind: 'other'; readonly name: string }

const TAIL =
  /^(?<base>\/.*?)(?:page\/(?<page>[1-9]\d{0,5})\/|(?<feed>feed)\/(?:(?:rss2?|rdf|atom)\/)?|(?<other>comment-page-\d{1,5}|amp|embed|trackback)\/)$/

/** Takes the tail off a normal path: '/tag/care/page/2/' is page 2 of '/tag/care/'. Without a tail it is page 1. */
export function splitTail(normal: string): { readonly base: string; readonly view: View } {
  const { base = '', page, feed, other } = TAIL.exec(normal)?.groups ?? {}
  if (base === '') return { base: normal, view: { kind: 'page', page: 1 } }
  if (feed) return { base, view: { kind: 'feed' } }
  if (other) return { base, view: { kind: 'other', name: other } }
  return { base, view: { kind: 'page', page: Number(page) } }
}

/** How a path may be stored: as asked, with or without its last slash, and in small letters. The likeliest first. */
export function spellings(normal: string): readonly string[] {
  const other = normal.endsWith('/') && normal !== '/' ? normal.slice(0, -1) : `${normal}/`
  return [...new Set([normal, other, normal.toLowerCase(), other.toLowerCase()])]
}
