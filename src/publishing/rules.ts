import { DateTime } from 'luxon'
import { momentOf } from '../platform/time.ts'
import { slugify } from './wordpress/slugs.ts'

/** How many posts may stand at the top of the list at once. */
export const MOST_PINNED = 3

export type Kind = 'post' | 'page'
export type Status = 'draft' | 'scheduled' | 'published' | 'withdrawn'

/**
 * First parts of addresses that belong to the program. A test holds them against the prefixes of all slices; publishing
 * cannot ask the slices below it.
 */
export const reservedPrefixes: readonly string[] = (
  '/office /my /join /sign-in /sign-out /set-up /backbench /healthz /assets /theme /search /files ' +
  '/posts /archive /author /authors /category /tag /feed /feed.json /comments /page ' +
  '/robots.txt /sitemap /sitemap.xml /favicon.ico /favicon.svg /.well-known /appeared-in /series /officers ' +
  '/introductions /letters ' +
  '/wp-content /wp-admin /wp-json /wp-login.php /xmlrpc.php'
).split(' ')

/** Whether a path is the program's own, a year's archive ('/2026') among them. */
export function isReserved(path: string): boolean {
  const bare = withoutSlash(path.toLowerCase())
  return (
    bare === '' ||
    /^\/\d{4}$/.test(bare) ||
    reservedPrefixes.some((prefix) => bare === prefix || bare.startsWith(`${prefix}/`))
  )
}

/** The path without its trailing slash; '' for the home page. */
export const withoutSlash = (path: string): string => path.replace(/\/+$/, '')

/** The same place written the other way: imported addresses end in a slash, ours do not. */
export const otherForm = (path: string): string => (path.endsWith('/') ? withoutSlash(path) : `${path}/`)

/** '/2026/11/slug', by the civil month in the group's zone. */
export function postPath({ slug, publishedAt, zone }: { slug: string; publishedAt: Date; zone: string }): string {
  return `/${DateTime.fromJSDate(publishedAt, { zone }).toFormat('yyyy/MM')}/${slug}`
}

/** '/slug', or '/parent/slug' below another page. */
export const pagePath = ({ slug, parentPath }: { slug: string; parentPath: string | null }): string =>
  `${withoutSlash(parentPath ?? '')}/${slug}`

/** What was typed as the end of an address, made harmless; from the title when nothing usable was typed. */
export function slugFrom(typed: string, title: string): string {
  const slug = slugify(typed)
  return /[\p{L}\p{N}]/u.test(typed) ? slug : slugify(title)
}

/** The slug itself, or with the first number that makes it none of the taken ones: 'news-2'. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

export interface WallTime {
  readonly moment: Date
  /** `skipped`: the clocks jump over it; `twice`: it comes twice that night. */
  readonly clock: 'plain' | 'skipped' | 'twice'
}

/** What a typed local time ('2027-03-28T01:30') means on the day the clocks change. Null for what is no time. */
export function wallTime(local: string, zone: string): WallTime | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return null
  const moment = momentOf(local, zone)
  if (!moment) return null
  const meant = DateTime.fromJSDate(moment, { zone })
  if (meant.toFormat("yyyy-MM-dd'T'HH:mm") !== local.slice(0, 16)) return { moment, clock: 'skipped' }
  return { moment, clock: meant.getPossibleOffsets().length > 1 ? 'twice' : 'plain' }
}

/** Whether an order to publish still stands: a later edit or withdrawal takes it back. */
export const isDue = ({ status, published_at }: { status: string; published_at: Date | null }, now: Date): boolean =>
  status === 'scheduled' && published_at !== null && published_at <= now

/** Whether `parent` may stand above `page`: no page above itself. `above` gives the parent of each page. */
export function fitsAbove(page: string, parent: string, above: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  for (let at: string | null = parent; at !== null; at = above.get(at) ?? null) {
    if (at === page || seen.has(at)) return false
    seen.add(at)
  }
  return true
}
