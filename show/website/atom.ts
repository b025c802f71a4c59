import { SaxesParser, type SaxesTagNS } from 'saxes'
import { expect } from '../walk.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
/** RFC 3339, as RFC 4287 §3.3 asks: with a capital T, and Z or an offset. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Holds a feed against RFC 4287, element by element. Gives the number of its entries; a Miss says what is wrong. */
export function checkAtom(xml: string): number {
  const feed = parse(xml)
  expect(feed?.name === 'feed', 'the feed’s outermost element is atom:feed (§4.1.1)')
  checkCommon(feed, 'the feed')
  const entries = all(feed, 'entry')
  const self = all(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self')
  expect(
    self.length === 1 && URL.canParse(self[0]!.attributes['href'] ?? ''),
    'the feed has one link to itself (§4.1.1)',
  )
  expect(all(feed, 'subtitle').length <= 1 && all(feed, 'generator').length <= 1, 'at most one subtitle and generator')
  const feedHasAuthor = all(feed, 'author').length > 0
  for (const entry of entries) checkEntry(entry, feedHasAuthor)
  const ids = entries.map((entry) => all(entry, 'id')[0]!.text)
  expect(new Set(ids).size === ids.length, 'no two entries have the same id (§4.1.1)')
  return entries.length
}

function checkEntry(entry: Element, feedHasAuthor: boolean): void {
  const name = `the entry “${all(entry, 'title')[0]?.text.slice(0, 40)}”`
  checkCommon(entry, name)
  expect(feedHasAuthor || all(entry, 'author').length > 0, `${name} or its feed has an author (§4.1.2)`)
  for (const author of all(entry, 'author'))
    expect(all(author, 'name').length === 1, `${name}: an author has one name (§3.2)`)
  const contents = all(entry, 'content')
  expect(
    contents.length <= 1 && all(entry, 'summary').length <= 1,
    `${name} has at most one content and summary (§4.1.2)`,
  )
  const alternates = all(entry, 'link').filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate')
  expect(contents.length === 1 || alternates.length > 0, `${name} has content or a link to its page (§4.1.2)`)
  for (const { text } of all(entry, 'published'))
    expect(MOMENT.test(text), `${name} was published at a moment: ${text} (§3.3)`)
}

/** What feeds and entries both must have: one id that is an IRI, one title, one moment; links that lead somewhere. */
function checkCommon(element: Element, name: string): void {
  const [id, title, updated] = ['id', 'title', 'updated'].map((kind) => all(element, kind))
  expect(
    id!.length === 1 && /^[a-z][a-z0-9+.-]*:\S+$/i.test(id![0]!.text),
    `${name} has one id that is an IRI (§4.2.6)`,
  )
  expect(title!.length === 1, `${name} has one title (§4.2.14)`)
  expect(
    updated!.length === 1 && MOMENT.test(updated![0]!.text),
    `${name} was updated at one moment, written as RFC 3339 asks (§4.2.15)`,
  )
  for (const { attributes } of all(element, 'link'))
    expect(URL.canParse(attributes['href'] ?? ''), `${name} has a link without a whole address (§4.2.7.1)`)
  for (const { attributes } of [
    ...title!,
    ...all(element, 'summary'),
    ...all(element, 'content'),
    ...all(element, 'subtitle'),
  ])
    expect(
      ['text', 'html', 'xhtml'].includes(attributes['type'] ?? 'text'),
      `${name} has a text of type ${attributes['type']} (§3.1.1)`,
    )
}

const all = ({ children }: Element, name: string): Element[] => children.filter((child) => child.name === name)

/** A tree of the Atom elements. XML that is not well formed, or names without their namespace, are a Miss. */
function parse(xml: string): Element | undefined {
  const parser = new SaxesParser({ xmlns: true })
  let root: Element | undefined
  const open: Element[] = []
  parser.on('error', (error) => expect(false, `the feed is well-formed XML: ${error.message}`))
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]))
    const element: Element = { name: tag.uri === ATOM ? tag.local : tag.name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const hear = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root
}
