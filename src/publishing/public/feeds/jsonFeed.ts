import type { FeedItem, NewsFeed } from './feed.ts'

/** The same news as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed = (feed: NewsFeed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  ...(feed.subtitle && { description: feed.subtitle }),
  home_page_url: feed.pageUrl,
  feed_url: feed.selfUrl,
  language: 'en-GB',
  authors: [{ name: feed.groupName }],
  items: feed.items.map(jsonItem),
})

const jsonItem = (item: FeedItem): object => ({
  id: item.id,
  url: item.url,
  title: item.title,
  language: item.lang,
  content_html: item.html,
  ...(item.summary && { summary: item.summary }),
  date_published: item.publishedAt.toISOString(),
  date_modified: item.updatedAt.toISOString(),
  ...(item.author && { authors: [{ name: item.author.name, ...(item.author.url && { url: item.author.url }) }] }),
  ...(item.categories.length > 0 && { tags: item.categories }),
})
