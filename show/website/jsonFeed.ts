import { z } from 'zod'
import { expect } from '../walk.ts'

/** Not every name is required, but nothing may stand under one that the format gives another meaning. */
const author = z.object({ name: z.string().optional(), url: z.url().optional(), avatar: z.url().optional() })

const item = z
  .object({
    id: z.string().min(1),
    url: z.url().optional(),
    external_url: z.url().optional(),
    title: z.string().optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: z.url().optional(),
    date_published: z.iso.datetime({ offset: true }).optional(),
    date_modified: z.iso.datetime({ offset: true }).optional(),
    authors: z.array(author).optional(),
    tags: z.array(z.string()).optional(),
    language: z.string().optional(),
  })
  .refine(
    (it) => it.content_html !== undefined || it.content_text !== undefined,
    'an item needs content_html or content_text',
  )

/** https://www.jsonfeed.org/version/1.1/ */
const feed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url().optional(),
  feed_url: z.url().optional(),
  description: z.string().optional(),
  language: z.string().optional(),
  authors: z.array(author).optional(),
  items: z.array(item),
})

/** Holds a feed against JSON Feed 1.1. Gives the number of its items; a Miss says what is wrong. */
export function checkJsonFeed(text: string): number {
  const checked = feed.safeParse(JSON.parse(text))
  expect(
    checked.success,
    `the JSON Feed is one: ${checked.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
  )
  const ids = checked.data.items.map(({ id }) => id)
  expect(new Set(ids).size === ids.length, 'no two items have the same id')
  return ids.length
}
