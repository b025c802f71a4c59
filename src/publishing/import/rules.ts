import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import type { AuthorRecord, CategoryRecord, ItemComment, ItemRecord, TagRecord } from '../wordpress/export.ts'
import type { Status } from '../rules.ts'

/** What becomes of an item: an entry with a status, a picture, a menu item, or nothing, for a reason. */
export type Fate =
  | { readonly kind: 'entry'; readonly status: Exclude<Status, 'withdrawn'>; readonly was?: string }
  | { readonly kind: 'picture' }
  | { readonly kind: 'menu_item' }
  | { readonly kind: 'left_out'; readonly reason: string }

const NOT_CONTENT = new Set(['revision', 'customize_changeset', 'oembed_cache', 'user_request', 'wp_global_styles', 'wp_template', 'wp_template_part', 'wp_navigation', 'custom_css'])

/** Decides by type and status (https://wordpress.org/documentation/article/post-status/). What was not public stays not public. */
export function fateOf({ type, status, passwordProtected }: ItemRecord): Fate {
  if (type === 'attachment') return status === 'trash' ? { kind: 'left_out', reason: 'It was in the bin.' } : { kind: 'picture' }
  if (type === 'nav_menu_item') return { kind: 'menu_item' }
  if (NOT_CONTENT.has(type)) return { kind: 'left_out', reason: 'It belongs to the old program’s inner workings, not to the website’s content.' }
  if (type !== 'post' && type !== 'page') return { kind: 'left_out', reason: `It is of the type “${type || 'unknown'}”, which a plugin of the old site made.` }
  if (status === 'trash') return { kind: 'left_out', reason: 'It was in the bin.' }
  if (status === 'auto-draft' || status === 'inherit') return { kind: 'left_out', reason: 'It was never saved as a draft.' }
  if (passwordProtected) return { kind: 'entry', status: 'draft', was: 'behind a password' }
  if (status === 'publish') return { kind: 'entry', status: 'published' }
  if (status === 'future') return { kind: 'entry', status: 'scheduled' }
  return status === 'private' ? { kind: 'entry', status: 'draft', was: 'private' } : { kind: 'entry', status: 'draft' }
}

/** Names under which records are found again at the next import, and by which old addresses (`/?p=12`) lead on. */
export const itemKey = ({ postId, link, title, publishedAt }: ItemRecord): string => `post:${postId ?? fingerprint([link, title, publishedAt])}`
export const authorKey = ({ authorId, login }: Pick<AuthorRecord, 'authorId' | 'login'>): string => `author:${authorId ?? login}`
export const termKey = ({ kind, termId, slug }: Pick<CategoryRecord | TagRecord, 'kind' | 'termId' | 'slug'>): string => `${kind}:${termId ?? slug}`
export const commentKey = ({ id, publishedAt, author, content }: ItemComment, item: string): string =>
  `comment:${id ?? fingerprint([item, publishedAt, author, content])}`

/** A short hash of what an item says: the same file gives the same one on any machine. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 27)

/** A percent-encoded slug as people read it, at most 200 characters. */
export function plainSlug(slug: string): string {
  let text = slug
  try {
    text = decodeURIComponent(slug)
  } catch {
    // kept as it is: not UTF-8 behind the percent signs
  }
  return text.normalize('NFC').replace(/[/\\?#\p{Cc}\s]+/gu, '-').slice(0, 200)
}

/** A title within what a title may be; an untitled text is called by its first words. */
export function titleOf(title: string, text: string): string {
  const words = title.replace(/\s+/g, ' ').trim() || text.replace(/\s+/g, ' ').trim().slice(0, 60).trim()
  return (words || 'Untitled').slice(0, 300)
}

/** The address WordPress gives by default, for an item whose file names none: '/2017/11/slug/'. */
export function usualPath({ type, slug, at, zone }: { type: string; slug: string; at: Date; zone: string }): string {
  return type === 'page' ? `/${slug}/` : `/${DateTime.fromJSDate(at, { zone }).toFormat('yyyy/MM')}/${slug}/`
}

/** A moment of an export within what is sensible, or null: some exports carry the year 0 or 9999. */
export function momentIn(iso: string | null): Date | null {
  if (iso === null) return null
  const date = new Date(iso)
  const year = date.getUTCFullYear()
  return year >= 1970 && year <= 2200 ? date : null
}
