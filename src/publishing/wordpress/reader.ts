import { SaxesParser, type SaxesTagNS } from 'saxes'
import { CHILDREN, canonicalName } from './elements.ts'
import { addressFrom, authorFrom, categoryFrom, commentFrom, isKeptMeta, itemFrom, itemTermFrom } from './parts.ts'
import { siteFrom, tagFrom, termFrom } from './parts.ts'
import type { ExportRecord, ItemComment, ItemTerm } from './records.ts'
import { declaresEntities, hasUnknownVersion, isDamaged, isNoExport, isTooLarge } from './refusals.ts'
import { saysNoVersion, stopsInTheMiddle } from './refusals.ts'

/** Longest element and longest item, in characters of the file. */
const LONGEST_TEXT = 20_000_000
const LONGEST_ITEM = 64_000_000
/** Comments, terms and settings of one item. */
const MOST_PARTS = 100_000
const DEEPEST = 64
/** Records that wait for the site to be known. */
const MOST_WAITING = 10_000
/** Small faults of one file; each costs time. */
const MOST_FORGIVEN = 100_000

/** Makes records of an export's text, which comes in pieces. Holds one item at a time, and refuses what is too large. */
export class ExportReader {
  readonly #parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true })
  readonly #frames: Frame[] = []
  readonly #site = new Map<string, string>()
  #item: ItemInProgress | null = null
  #records: ExportRecord[] = []
  #siteIsOut = false
  #passedOver = 0
  #lastTag = 0
  #forgiven = 0
  #ended = false

  constructor() {
    this.#parser.on('doctype', (doctype) => this.#refuseEntities(doctype))
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('closetag', () => this.#close())
    this.#parser.on('text', (text) => this.#read(text))
    this.#parser.on('cdata', (text) => this.#read(text))
    this.#parser.on('error', (error) => this.#judge(error))
  }

  write(text: string): void {
    this.#parser.write(text)
    const { position, line } = this.#parser
    if (position - this.#lastTag > LONGEST_TEXT) throw isTooLarge('The text', line)
    if (this.#item !== null && position - this.#item.position > LONGEST_ITEM)
      throw isTooLarge('The item', this.#item.line)
    const isOverdue = position > LONGEST_TEXT || this.#records.length > MOST_WAITING
    if (!this.#siteIsOut && isOverdue) this.#putSiteFirst()
  }

  end(): void {
    this.#ended = true
    this.#parser.close()
    if (!this.#siteIsOut) this.#putSiteFirst()
  }

  /** The records made since the last call. None before the site is known, wherever in the file it stands. */
  take(): readonly ExportRecord[] {
    if (!this.#siteIsOut) return []
    const records = this.#records
    this.#records = []
    return records
  }

  #open(tag: SaxesTagNS): void {
    this.#lastTag = this.#parser.position
    const name = canonicalName(tag)
    const parent = this.#frames.at(-1)?.name ?? ''
    if (this.#frames.length === 0 && name !== 'rss')
      throw isNoExport(tag.local === 'html' ? 'a web page' : 'some other XML file')
    if (this.#passedOver > 0 || name === null || CHILDREN.get(parent)?.has(name) !== true) {
      this.#passedOver += 1
      if (this.#passedOver > DEEPEST) throw isDamaged(this.#parser.line)
      return
    }
    this.#frames.push({ name, attributes: name === 'category' ? attributesOf(tag) : NONE, text: '', fields: new Map() })
    if (name === 'item') {
      const { line, position } = this.#parser
      this.#item = { line, position, terms: new Map(), meta: new Map(), comments: [], parts: 0 }
    }
  }

  #read(text: string): void {
    const frame = this.#frames.at(-1)
    if (this.#passedOver === 0 && frame !== undefined && !CHILDREN.has(frame.name)) frame.text += text
  }

  #close(): void {
    this.#lastTag = this.#parser.position
    if (this.#passedOver > 0) {
      this.#passedOver -= 1
      return
    }
    const frame = this.#frames.pop()
    const parent = this.#frames.at(-1)
    if (frame === undefined || parent === undefined) return
    if (parent.name === 'channel') this.#closeInChannel(frame)
    else if (parent.name === 'item' && this.#item !== null && ITEM_PARTS.has(frame.name))
      this.#closePart(frame, this.#item)
    else if (!parent.fields.has(frame.name)) parent.fields.set(frame.name, detached(frame.text))
  }

  #closeInChannel(frame: Frame): void {
    if (frame.name === 'item' && this.#item !== null) {
      const { terms, meta, comments, line } = this.#item
      this.#put(itemFrom(frame.fields, { terms: [...terms.values()], meta: Object.fromEntries(meta), comments, line }))
      this.#item = null
    } else if (frame.name === 'wp:author') this.#put(authorFrom(frame.fields))
    else if (frame.name === 'wp:category') this.#put(categoryFrom(frame.fields))
    else if (frame.name === 'wp:tag') this.#put(tagFrom(frame.fields))
    else if (frame.name === 'wp:term') this.#put(termFrom(frame.fields))
    else if (frame.name === 'backbench:address') this.#put(addressFrom(frame.fields))
    else this.#closeSiteField(frame)
  }

  #closeSiteField(frame: Frame): void {
    if (this.#site.has(frame.name)) return
    this.#site.set(frame.name, detached(frame.text))
    if (frame.name !== 'wp:wxr_version') return
    const version = frame.text.trim()
    if (!/^1\.\d$/.test(version)) throw hasUnknownVersion(version, this.#parser.line)
  }

  #closePart(frame: Frame, item: ItemInProgress): void {
    item.parts += 1
    if (item.parts > MOST_PARTS) throw isTooLarge('The item', item.line)
    if (frame.name === 'wp:comment') item.comments.push(commentFrom(frame.fields))
    else if (frame.name === 'category') addTerm(item.terms, itemTermFrom(frame.attributes, frame.text))
    else {
      const key = frame.fields.get('wp:meta_key')?.trim() ?? ''
      if (isKeptMeta(key) && !item.meta.has(key)) item.meta.set(key, frame.fields.get('wp:meta_value') ?? '')
    }
  }

  #put(record: ExportRecord): void {
    this.#records.push(record)
    const knowsHome = this.#site.has('wp:base_blog_url') || this.#site.has('wp:base_site_url') || this.#site.has('link')
    if (!this.#siteIsOut && knowsHome && this.#site.has('wp:wxr_version')) this.#putSiteFirst()
  }

  #putSiteFirst(): void {
    if (!this.#site.has('wp:wxr_version')) throw saysNoVersion()
    this.#records = [siteFrom(this.#site), ...this.#records]
    this.#siteIsOut = true
  }

  #refuseEntities(doctype: string): void {
    if (/^\s*html\b/i.test(doctype)) throw isNoExport('a web page')
    if (/\[|\b(?:SYSTEM|PUBLIC)\b/.test(doctype)) throw declaresEntities(this.#parser.line)
  }

  #judge(error: Error): void {
    if (FORGIVEN.test(error.message) && ++this.#forgiven <= MOST_FORGIVEN) return
    if (error.message.endsWith('document must contain a root element.')) throw isNoExport('a file without content')
    throw this.#ended ? stopsInTheMiddle(this.#parser.line) : isDamaged(this.#parser.line)
  }
}

interface Frame {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  text: string
  readonly fields: Map<string, string>
}

interface ItemInProgress {
  readonly line: number
  readonly position: number
  readonly terms: Map<string, ItemTerm>
  readonly meta: Map<string, string>
  readonly comments: ItemComment[]
  parts: number
}

const ITEM_PARTS: ReadonlySet<string> = new Set(['wp:comment', 'category', 'wp:postmeta'])

/** Faults that lose no text: WordPress's importer reads on as well. */
const FORGIVEN =
  /(?:undefined entity|malformed character entity|disallowed in char data|outside of root node|unbound namespace prefix: "[^"]*")\.$/

/** Those of a category are read, no others. */
const NONE: ReadonlyMap<string, string> = new Map()

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  return new Map(Object.values(tag.attributes).map(({ name, value }) => [name, value]))
}

function addTerm(terms: Map<string, ItemTerm>, term: ItemTerm | null): void {
  if (term !== null) terms.set(`${term.domain} ${term.slug}`, term)
}

/** A short text cut from a long one keeps the whole of it in memory (V8, from 13 characters on); whoever keeps a slug should keep only that. */
function detached(text: string): string {
  return text.length >= 13 && text.length < 4096 ? Buffer.from(text, 'utf16le').toString('utf16le') : text
}
