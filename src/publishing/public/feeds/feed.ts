import { createHash } from 'node:crypto'

/** A list of what is new, to be written as Atom or as JSON Feed. All addresses are whole ones. */
export interface NewsFeed {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** The page it is the feed of. */
  readonly pageUrl: string
  readonly selfUrl: string
  readonly groupName: string
  readonly items: readonly FeedItem[]
}

export interface FeedItem {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly lang: string
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly author: { readonly name: string; readonly url: string | null } | null
  readonly summary: string
  /** Safe HTML with whole addresses. */
  readonly html: string
  readonly categories: readonly string[]
}

/** An entry's or comment's id in a feed: stays the same wherever the website moves (RFC 4287, 4.2.6). */
export const idOfRecord = (uuid: string): string => `urn:uuid:${uuid}`

/** The same for a feed itself: by its group and path, as a UUID of version 8 (RFC 9562, 5.8). */
export function idOfFeed(groupSlug: string, path: string): string {
  const hex = createHash('sha256').update(`${groupSlug} ${path}`).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** When the feed last changed: its newest item's moment. A feed of nothing has always been so. */
export const updatedAt = ({ items }: NewsFeed): Date =>
  new Date(Math.max(0, ...items.map((item) => item.updatedAt.getTime())))
