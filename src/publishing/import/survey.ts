import { Refusal } from '../../platform/refusal.ts'
import { slugify } from '../wordpress/slugs.ts'
import { pathOf, type OldSite } from '../wordpress/addresses.ts'
import { type AuthorRecord, type CategoryRecord, type EncodingRecord, type ItemRecord, readExport, type SiteRecord, type TagRecord, type TermRecord } from '../wordpress/export.ts'
import { duplicateAddresses, type Finding } from '../wordpress/findings.ts'
import { reservedPrefixes } from '../rules.ts'
import { fateOf, itemKey, momentIn, plainSlug, usualPath } from './rules.ts'
import { picturePath } from './pictureAddresses.ts'

/** How to read the export from its beginning; called once for the survey and once for the import. */
export type OpenExport = () => AsyncIterable<Uint8Array>

export interface SurveyedPicture {
  readonly path: string
  readonly url: string
  readonly alt: string
  readonly caption: string
  readonly parentId: number | null
}

/** What the first reading found. It holds addresses and small records, never the texts. */
export interface Survey {
  readonly site: SiteRecord & OldSite
  readonly authors: readonly AuthorRecord[]
  readonly categories: readonly CategoryRecord[]
  readonly tags: readonly TagRecord[]
  readonly menus: readonly TermRecord[]
  readonly menuItems: readonly ItemRecord[]
  /** Items of all kinds. */
  readonly total: number
  /** The address each public entry will have, by its item key. Two items never share one. */
  readonly paths: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, SurveyedPicture>
  readonly postIds: ReadonlySet<number>
  readonly encoding: EncodingRecord | null
  readonly duplicates: readonly Finding[]
}

/** Reads the whole export once without changing anything, so that a file that cannot be read to its end is refused whole. */
export async function survey(open: OpenExport, zone: string): Promise<Survey> {
  const found = new Findings(zone)
  for await (const record of readExport(open())) {
    switch (record.kind) {
      case 'site':
        found.site = record
        break
      case 'author':
        found.authors.push(record)
        break
      case 'category':
        found.categories.push(record)
        break
      case 'tag':
        found.tags.push(record)
        break
      case 'term':
        if (record.taxonomy === 'nav_menu') found.menus.push(record)
        break
      case 'encoding':
        found.encoding = record
        break
      case 'item':
        found.take(record)
    }
  }
  return found.finish()
}

class Findings {
  site: SiteRecord | undefined
  encoding: EncodingRecord | null = null
  readonly authors: AuthorRecord[] = []
  readonly categories: CategoryRecord[] = []
  readonly tags: TagRecord[] = []
  readonly menus: TermRecord[] = []
  readonly #menuItems: ItemRecord[] = []
  readonly #paths = new Map<string, string>()
  readonly #pictures = new Map<string, SurveyedPicture>()
  readonly #postIds = new Set<number>()
  readonly #wanted: { address: string; title: string }[] = []
  readonly #taken = new Set<string>()
  readonly #zone: string
  #total = 0

  constructor(zone: string) {
    this.#zone = zone
  }

  take(item: ItemRecord): void {
    this.#total += 1
    if (item.postId !== null) this.#postIds.add(item.postId)
    const fate = fateOf(item)
    if (fate.kind === 'menu_item') this.#menuItems.push({ ...item, content: '', comments: [] })
    if (fate.kind === 'picture') this.#takePicture(item)
    if (fate.kind === 'entry' && fate.status === 'published') this.#takeAddress(item)
  }

  finish(): Survey {
    if (!this.site) throw new Refusal('This file is no WordPress export.', 422)
    return {
      site: this.site,
      authors: this.authors,
      categories: this.categories,
      tags: this.tags,
      menus: this.menus,
      menuItems: this.#menuItems,
      total: this.#total,
      paths: this.#paths,
      pictures: this.#pictures,
      postIds: this.#postIds,
      encoding: this.encoding,
      duplicates: duplicateAddresses(this.#wanted),
    }
  }

  #takePicture(item: ItemRecord): void {
    const path = picturePath(item.attachmentUrl ?? item.guid, item.meta['_wp_attached_file'])
    if (!path) return
    this.#pictures.set(itemKey(item), { path, url: item.attachmentUrl ?? '', alt: item.meta['_wp_attachment_image_alt'] ?? '', caption: item.excerpt, parentId: item.parentId })
  }

  /** The item's own path; a later item that wants the same gets a number. */
  #takeAddress(item: ItemRecord): void {
    const at = momentIn(item.publishedAt) ?? new Date(0)
    const slug = plainSlug(item.slug) || slugify(item.title)
    const own = pathOf(item.link, this.site ?? { baseUrl: '' }, reservedPrefixes) ?? usualPath({ type: item.type, slug, at, zone: this.#zone })
    this.#wanted.push({ address: own, title: item.title })
    let path = own
    for (let number = 2; this.#taken.has(path.toLowerCase()); number += 1) path = own.replace(/\/?$/, `-${number}/`)
    this.#taken.add(path.toLowerCase())
    this.#paths.set(itemKey(item), path)
  }
}
