/** Something odd in a page that was imported, for a person to look at. */
export interface Finding {
  readonly kind: FindingKind
  /** The page's address. */
  readonly address: string
  /** The words concerned, at most 120 characters. */
  readonly detail: string
}

export type FindingKind =
  | 'phone_number'
  | 'postal_address'
  | 'email_address'
  | 'local_disk_link'
  | 'broken_link'
  | 'placeholder_link'
  | 'picture_without_text'
  | 'empty_post'
  | 'wrong_encoding'
  | 'duplicate_address'
  | 'kept_as_text'

export interface PageLink {
  readonly href: string
  readonly text: string
}

export interface PagePicture {
  readonly src: string
  readonly alt: string
}

/** Something of the old HTML that has no place in a document. */
export interface LostPart {
  readonly kind: string
  readonly detail: string
}

const LONGEST_DETAIL = 120

/** One line of at most 120 characters. */
export function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_DETAIL
    ? line
    : `${line
        .slice(0, LONGEST_DETAIL - 1)
        .trimEnd()
        .replace(HALF, '')}…`
}

/** The stretch of `text` from `start` to `end` with some words around it, marked where it was cut. */
export function inContext(text: string, start: number, end: number): string {
  const room = Math.max(0, LONGEST_DETAIL - 4 - (end - start))
  const from = start - Math.floor(room / 2)
  const to = end + Math.floor(room / 2)
  const before = from <= 0 ? text.slice(0, start) : `… ${text.slice(from, start).replace(/^\S*\s/, '')}`
  const after = to >= text.length ? text.slice(end) : `${text.slice(end, to).replace(/\s\S*$/, '')} …`
  return cut(before + text.slice(start, end) + after)
}

/** Half a surrogate pair at the cut. */
const HALF = /[\uD800-\uDBFF]$/
