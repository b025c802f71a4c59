import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import { normalPath, type OldSite, pathOf } from '../wordpress/addresses.ts'
import type { ItemComment, ItemRecord, SiteRecord } from '../wordpress/export.ts'
import { slugify } from '../wordpress/slugs.ts'
import { hrefOf } from '../public/paths.ts'
import { isReserved, reservedPrefixes, type Status, withoutSlash } from '../rules.ts'
import { readOwnMeta } from '../wordpress/ownMeta.ts'

/** What becomes of an item: an entry with a status, a picture, a menu item, or nothing, for a reason. */
export type Fate =
  | { readonly kind: 'entry'; readonly status: Status }
  | { readonly kind: 'picture' }
  | { readonly kind: 'menu_item' }
  | { readonly kind: 'left_out'; readonly reason: string }

const NOT_CONTENT = new Set([
  'revision',
  'customize_changeset',
  'oembed_cache',
  'user_request',
  'wp_global_styles',
  'wp_template',
  'wp_template_part',
  'wp_navigation',
  'custom_css',
])

/** Decides by type and status (https://wordpress.org/documentation/article/post-status/). What was not public stays not public. */
export function fateOf({ type, status, passwordProtected, meta }: ItemRecord): Fate {
  if (NOT_CONTENT.has(type))
    return leftOut('It belongs to the old program’s inner workings, not to the website’s content.')
  if (type === 'nav_menu_item') return { kind: 'menu_item' }
  if (type !== 'post' && type !== 'page' && type !== 'attachment')
    return leftOut(`It is of the type “${type.slice(0, 60) || 'unknown'}”, which a plugin of the old site made.`)
  if (status === 'trash') return leftOut('It was in the bin.')
  if (type === 'attachment') return { kind: 'picture' }
  if (status === 'auto-draft' || status === 'inherit') return leftOut('It was never saved as a draft.')
  if (status === 'draft' && readOwnMeta(meta).withdrawn) return { kind: 'entry', status: 'withdrawn' }
  return { kind: 'entry', status: statusOf(status, passwordProtected) }
}

/** What is or was public: a text that was withdrawn keeps its address, which says so. */
export const hasAddress = ({ status }: { readonly status: Status }): boolean =>
  status === 'published' || status === 'withdrawn'

const leftOut = (reason: string): Fate => ({ kind: 'left_out', reason })

/** Drafts, private posts and those behind a password stay what only officers see. */
function statusOf(status: string, passwordProtected: boolean): 'published' | 'scheduled' | 'draft' {
  if (passwordProtected) return 'draft'
  if (status === 'publish') return 'published'
  return status === 'future' ? 'scheduled' : 'draft'
}

/**
 * Names under which records are found again at the next import, and by which old addresses (`/?p=12`, `/?cat=3`) lead
 * on. Where a file gives no number, or the same one twice, something else must tell records apart.
 */
export const itemKey = ({ postId, link, title, publishedAt }: ItemRecord): string =>
  `post:${postId ?? fingerprint([link, title, publishedAt])}`
/** Numbers of comments are unique in a site, but files put together by hand repeat them. */
export const commentKey = ({ id, publishedAt, author, content }: ItemComment, item: string): string =>
  `comment:${item}:${id ?? fingerprint([publishedAt, author, content])}`

/** Imports of one site know each other by its host and folder, whether it was read by http or https, with www or without. */
export const sourceOf = ({ baseUrl, link, title }: SiteRecord): string =>
  (baseUrl || link || title)
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:)?\/\/(?:www\.)?/, '')
    .replace(/\/+$/, '')
    .slice(0, 200)
    .toWellFormed()

/** A short hash of what an item says: the same file gives the same one on any machine. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27)

/** At most so many characters, never half of one (a surrogate pair), which the database would refuse. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')

/** A percent-encoded slug as people read it, at most 200 characters. */
export function plainSlug(slug: string): string {
  let text = slug
  try {
    text = decodeURIComponent(slug)
  } catch {
    // kept as it is: not UTF-8 behind the percent signs
  }
  return cut(text.normalize('NFC').replace(/[/\\?#\p{Cc}\p{Zl}\p{Zp}\s]+/gu, '-'), 200).replace(/^\.+$/, '')
}

/** A title within what a title may be; an untitled text is called by its first words. */
export function titleOf(title: string, text: string): string {
  const words = title.replace(/\s+/g, ' ').trim() || cut(text.slice(0, 400).replace(/\s+/g, ' ').trim(), 60).trim()
  return cut(words || 'Untitled', 300)
}

/**
 * The path an item had on the old site, or, where that may not be taken or the file names none, the one WordPress gives
 * by default ('/2017/11/slug/'). Never one of the program's own.
 */
export function wantedPath(item: ItemRecord, site: OldSite, zone: string): string {
  const exact = ownPath(item)
  if (exact) return exact
  const own = pathOf(item.link, site, reservedPrefixes)
  if (own && !isReserved(own) && Buffer.byteLength(own) <= LONGEST_PATH) return own
  const slug = plainSlug(item.slug) || slugify(item.title)
  const usual = usualPath({ type: item.type, slug, at: momentIn(item.publishedAt) ?? new Date(0), zone })
  const path = normalPath(usual) ?? `/${slugify(slug)}/`
  return isReserved(path) ? numbered(path, 2) : path
}

/** To the letter, from an export of ours: our own addresses have no slash at their end. */
function ownPath({ meta }: ItemRecord): string | null {
  const { path } = readOwnMeta(meta)
  if (path === null || isReserved(path) || Buffer.byteLength(path) > LONGEST_PATH) return null
  const normal = normalPath(hrefOf(path))
  return normal !== null && withoutSlash(normal) === withoutSlash(path) ? path : null
}

/** Bytes; an index of the database takes no more than 2,700. */
export const LONGEST_PATH = 2000

function usualPath({ type, slug, at, zone }: { type: string; slug: string; at: Date; zone: string }): string {
  const encoded = encodeURIComponent(slug.toWellFormed())
  return type === 'page' ? `/${encoded}/` : `/${DateTime.fromJSDate(at, { zone }).toFormat('yyyy/MM')}/${encoded}/`
}

/** The same path with a number at its end, within what an address may be: '/news/' is '/news-2/'. */
export const numbered = (path: string, number: number): string =>
  `${cut(path.replace(/\/$/, ''), 980)}-${number}${path.endsWith('/') ? '/' : ''}`

/** The first number (from 2) whose path is free. */
export function firstFree(path: string, isTaken: (path: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const candidate = numbered(path, number)
    if (!isTaken(candidate)) return candidate
  }
}

/** A moment of an export within what is sensible, or null: some exports carry the year 0 or 9999. */
export function momentIn(iso: string | null): Date | null {
  if (iso === null) return null
  const date = new Date(iso)
  const year = date.getUTCFullYear()
  return year >= 1970 && year <= 2200 ? date : null
}
