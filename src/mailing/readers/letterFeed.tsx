import { atomFeed, type FeedItem, idOfFeed, idOfRecord } from '../../publishing/index.ts'
import { trustHtml } from '../../ui/Trusted.tsx'
import { mapAddresses, toHtml } from '../../writing/index.ts'
import type { Block } from '../blocks/block.ts'
import { BlockView } from '../blocks/web/BlockView.tsx'
import type { ShownLetter } from './shownLetters.ts'

interface Around {
  readonly group: { readonly slug: string; readonly name: string }
  readonly origin: string
}

export const FEED = '/letters/feed'

/** The newest letters that anybody may read, as an Atom feed. */
export const letterFeed = (letters: readonly ShownLetter[], { group, origin }: Around): string =>
  atomFeed({
    id: idOfFeed(group.slug, FEED),
    title: `${group.name}: letters`,
    subtitle: 'Our newsletters, newest first.',
    pageUrl: `${origin}/letters`,
    selfUrl: origin + FEED,
    groupName: group.name,
    items: letters.map((letter) => itemOf(letter, origin)),
  })

const itemOf = ({ id, slug, subject, preview, sentAt, blocks }: ShownLetter, origin: string): FeedItem => ({
  id: idOfRecord(id),
  url: `${origin}/letters/${slug}`,
  title: subject,
  lang: 'en-GB',
  publishedAt: sentAt,
  updatedAt: sentAt,
  author: null,
  summary: preview,
  html: blocks.map((block) => htmlElsewhere(block, origin)).join('\n'),
  categories: [],
})

/** As it is read outside the website: every address whole. A quotation mark in a text is written otherwise, so this is an attribute's. */
function htmlElsewhere(block: Block, origin: string): string {
  const whole = (address: string): string => (address.startsWith('/') ? origin + address : address)
  const html = (
    <BlockView
      block={block}
      show={(doc) => trustHtml(toHtml(mapAddresses(doc, whole), { idPrefix: `${block.id}-` }))}
    />
  )
  return String(html).replaceAll(' href="/', ` href="${origin}/`)
}
