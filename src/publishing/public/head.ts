import type { Feed, PageHead } from '../../ui/Page.tsx'
import { excerpt } from '../../writing/index.ts'
import type { ShownEntry } from './addresses.ts'
import type { Companions } from './companions.ts'
import { isHere, type Picture } from './pictures.ts'
import { hrefOf } from './paths.ts'

/** What pages say of themselves need: where the group's website is and what it is called. */
export interface Place {
  /** 'https://group.example' */
  readonly origin: string
  readonly groupName: string
}

const LONGEST_DESCRIPTION = 200

/** Written by hand, or how the text begins. */
export const descriptionOf = (entry: ShownEntry): string => entry.excerpt || excerpt(entry.body, LONGEST_DESCRIPTION)

/** The head of an entry's page: OpenGraph (ogp.me), schema.org Article, canonical address, feeds. */
export function entryHead(entry: ShownEntry, { pictures, comments, provenance }: Companions, place: Place): PageHead {
  const address = place.origin + entry.href
  const picture = entry.picturePath === null ? firstPicture(pictures) : pictures.get(entry.picturePath)
  const image = isHere(picture) ? imageOf(picture, place) : undefined
  const isPost = entry.kind === 'post'
  return {
    title: entry.title,
    description: descriptionOf(entry),
    canonical: provenance?.href || address, // a text that stands elsewhere is found there
    lang: entry.lang,
    openGraph: {
      type: 'article',
      ...(image && { image }),
      ...(isPost && { publishedAt: entry.publishedAt }),
      ...(entry.updatedAt && { modifiedAt: entry.updatedAt }),
      ...(entry.author && { author: place.origin + entry.author.href }),
    },
    jsonLd: articleData({ entry, address, image, comments: comments.length, source: provenance?.href }, place),
    feeds: [...siteFeeds(place), ...(comments.length ? [commentsFeed(entry)] : [])],
  }
}

/** On every public page, so that a reader's program finds them. */
export const siteFeeds = ({ groupName }: Place): readonly Feed[] => [
  { href: '/feed/', title: `${groupName}: posts`, type: 'application/atom+xml' },
  { href: '/feed.json', title: `${groupName}: posts`, type: 'application/feed+json' },
]

export const feedHref = (href: string): string => `${href.replace(/\/$/, '')}/feed/`

const commentsFeed = (entry: ShownEntry): Feed => ({
  href: feedHref(entry.href),
  title: `Comments on ${entry.title}`,
  type: 'application/atom+xml',
})

interface Image {
  readonly href: string
  readonly alt: string
  readonly width?: number
  readonly height?: number
}

function imageOf({ path, alt, width, height }: Picture, { origin }: Place): Image {
  return { href: origin + hrefOf(path), alt, ...(width && height && { width, height }) }
}

function firstPicture(pictures: ReadonlyMap<string, Picture>): Picture | undefined {
  return [...pictures.values()].find((picture) => isHere(picture))
}

interface ArticleFacts {
  readonly entry: ShownEntry
  readonly address: string
  readonly image: Image | undefined
  readonly comments: number
  /** Where the text stood first, if it is on the web. */
  readonly source: string | undefined
}

/** https://schema.org/Article. The author is the name readers see, which may be a pen name. */
function articleData({ entry, address, image, comments, source }: ArticleFacts, { origin, groupName }: Place): object {
  const publisher = { '@type': 'Organization', name: groupName, url: `${origin}/` }
  return {
    '@context': 'https://schema.org',
    '@type': entry.kind === 'post' ? 'Article' : 'WebPage',
    headline: entry.title,
    description: descriptionOf(entry),
    url: address,
    mainEntityOfPage: address,
    inLanguage: entry.lang,
    datePublished: entry.publishedAt.toISOString(),
    dateModified: (entry.updatedAt ?? entry.publishedAt).toISOString(),
    author: entry.author ? { '@type': 'Person', name: entry.author.name, url: origin + entry.author.href } : publisher,
    publisher,
    ...(entry.kind === 'post' && { wordCount: entry.words, commentCount: comments }),
    ...(image && { image: image.href }),
    ...(source && { isBasedOn: source }),
  }
}
