import { Refusal } from '../../platform/refusal.ts'
import {
  type AddressRecord,
  type EncodingRecord,
  type ItemRecord,
  readExport,
  type SiteRecord,
} from '../wordpress/export.ts'
import { ownPicturePath, picturePath } from './pictureAddresses.ts'
import { cut, fateOf, firstFree, hasAddress, itemKey, wantedPath } from './rules.ts'
import { SurveyedNames, type SurveyedAuthor, type SurveyedTerm } from './surveyedNames.ts'

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
  readonly site: SiteRecord
  readonly authors: readonly SurveyedAuthor[]
  readonly terms: readonly SurveyedTerm[]
  readonly menuItems: readonly ItemRecord[]
  /** Items of all kinds. */
  readonly total: number
  /** The address each public entry is to have, by its item key. Two items never share one. */
  readonly paths: ReadonlyMap<string, string>
  /** All of them in small letters. */
  readonly planned: ReadonlySet<string>
  /** For items whose own path an earlier item had already: that path. */
  readonly crowdedOut: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, SurveyedPicture>
  /** Of our own exports: addresses at which nothing stands any more. */
  readonly addresses: readonly AddressRecord[]
  /** Keys of the entries and pictures that come in. */
  readonly keys: ReadonlySet<string>
  readonly encoding: EncodingRecord | null
}

/** More than any website of a group has; what is counted here is held in memory. */
const MOST = { items: 1_000_000, pictures: 300_000, menuItems: 5_000, addresses: 300_000 }
const TOLD_EVERY = 500

/**
 * Reads the whole export once without changing anything, so that a file that cannot be read to its end is refused whole.
 * @param onProgress told every few hundred items how many there were so far
 */
export async function survey(
  open: OpenExport,
  { zone, onProgress }: { zone: string; onProgress?: (items: number) => Promise<void> },
): Promise<Survey> {
  const found = new Findings(zone)
  for await (const record of readExport(open())) {
    if (record.kind === 'site') found.site = record
    else if (record.kind === 'encoding') found.encoding = record
    else if (record.kind === 'address') found.takeAddress(record)
    else if (record.kind === 'item') {
      found.take(record)
      if (found.total % TOLD_EVERY === 0) await onProgress?.(found.total)
    } else found.names.declare(record)
  }
  return found.finish()
}

class Findings {
  site: SiteRecord | undefined
  encoding: EncodingRecord | null = null
  readonly names = new SurveyedNames()
  total = 0
  readonly #menuItems: ItemRecord[] = []
  readonly #paths = new Map<string, string>()
  readonly #crowdedOut = new Map<string, string>()
  readonly #pictures = new Map<string, SurveyedPicture>()
  readonly #addresses: AddressRecord[] = []
  readonly #keys = new Set<string>()
  readonly #taken = new Set<string>()
  readonly #zone: string

  constructor(zone: string) {
    this.#zone = zone
  }

  /** The first of several items with one number counts; the import leaves the others out. */
  take(item: ItemRecord): void {
    this.total += 1
    bound('items', this.total)
    const fate = fateOf(item)
    if (fate.kind === 'menu_item') this.#takeMenuItem(item)
    if (this.#keys.has(itemKey(item))) return
    if (fate.kind === 'picture') this.#takePicture(item)
    if (fate.kind === 'entry') this.#takeEntry(item, hasAddress(fate))
  }

  takeAddress(address: AddressRecord): void {
    this.#addresses.push(address)
    bound('addresses', this.#addresses.length)
  }

  finish(): Survey {
    if (!this.site) throw new Refusal('This file is no WordPress export.', 422)
    this.#placeCrowdedOut()
    return {
      site: this.site,
      authors: this.names.authors(),
      terms: this.names.terms(),
      menuItems: this.#menuItems,
      total: this.total,
      paths: this.#paths,
      planned: this.#taken,
      crowdedOut: this.#crowdedOut,
      pictures: this.#pictures,
      addresses: this.#addresses,
      keys: this.#keys,
      encoding: this.encoding,
    }
  }

  #takeMenuItem(item: ItemRecord): void {
    this.#menuItems.push({ ...item, content: '', excerpt: '', comments: [] })
    bound('menuItems', this.#menuItems.length)
  }

  #takePicture(item: ItemRecord): void {
    const path =
      ownPicturePath(item.meta) ?? picturePath(item.attachmentUrl ?? item.guid, item.meta['_wp_attached_file'])
    if (!path) return
    const [url, alt] = [item.attachmentUrl ?? '', cut(item.meta['_wp_attachment_image_alt'] ?? '', 1000)]
    this.#pictures.set(itemKey(item), { path, url, alt, caption: cut(item.excerpt, 8000), parentId: item.parentId })
    bound('pictures', this.#pictures.size)
    this.#keys.add(itemKey(item))
  }

  #takeEntry(item: ItemRecord, isPublic: boolean): void {
    this.names.mention(item)
    this.#keys.add(itemKey(item))
    if (!isPublic) return
    const path = wantedPath(item, this.site ?? { baseUrl: '' }, this.#zone)
    if (this.#taken.has(path.toLowerCase())) this.#crowdedOut.set(itemKey(item), path)
    else this.#place(itemKey(item), path)
  }

  #place(key: string, path: string): void {
    this.#taken.add(path.toLowerCase())
    this.#paths.set(key, path)
  }

  /** Last, so that a number never takes a path that a later item has by right. */
  #placeCrowdedOut(): void {
    for (const [key, path] of this.#crowdedOut) {
      this.#place(
        key,
        firstFree(path, (candidate) => this.#taken.has(candidate.toLowerCase())),
      )
    }
  }
}

function bound(what: keyof typeof MOST, count: number): void {
  if (count <= MOST[what]) return
  const [most, name] = [MOST[what].toLocaleString('en-GB'), what === 'menuItems' ? 'menu items' : what]
  throw new Refusal(`The export holds more than ${most} ${name}, which is more than can be brought in at once.`, 422)
}
