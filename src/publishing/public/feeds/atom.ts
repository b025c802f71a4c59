import { type FeedItem, type NewsFeed, updatedAt } from './feed.ts'
import { element, type Xml, xmlDocument } from './xml.ts'

/** An Atom feed (RFC 4287). */
export function atomFeed(feed: NewsFeed): string {
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' },
    element('id', {}, feed.id),
    element('title', {}, feed.title),
    ...optional(feed.subtitle, (text) => element('subtitle', {}, text)),
    element('updated', {}, updatedAt(feed).toISOString()),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.selfUrl }),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.pageUrl }),
    element('author', {}, element('name', {}, feed.groupName)),
    element('generator', {}, 'Backbench'),
    ...feed.items.map(atomEntry),
  )
  return xmlDocument(root)
}

function atomEntry(item: FeedItem): Xml {
  return element(
    'entry',
    { 'xml:lang': item.lang },
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    element('published', {}, item.publishedAt.toISOString()),
    element('updated', {}, item.updatedAt.toISOString()),
    ...optional(item.author, ({ name, url }) =>
      element('author', {}, element('name', {}, name), ...optional(url, (uri) => element('uri', {}, uri))),
    ),
    ...item.categories.map((term) => element('category', { term })),
    ...optional(item.summary, (text) => element('summary', {}, text)),
    element('content', { type: 'html', 'xml:base': item.url }, item.html),
  )
}

const optional = <T>(value: T | null | '', write: (value: T) => Xml): readonly Xml[] =>
  value === null || value === '' ? [] : [write(value)]
