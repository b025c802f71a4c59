import {
  type AddressUse,
  type DocJson,
  fromHtml,
  type ImageFound,
  images,
  links,
  type Lost,
  mapAddresses,
  plainText,
  safeImageUrl,
  safeUrl,
} from '../../writing/index.ts'
import { fromOwnHtml } from '../wordpress/ownMeta.ts'
import { internalTarget } from '../wordpress/addresses.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import { type Finding, findingsIn } from '../wordpress/findings.ts'
import type { WantedPicture } from '../media/wanted.ts'
import { hrefOf } from '../public/paths.ts'
import { originalPath, picturePath } from './pictureAddresses.ts'
import { plainWords } from './plainWords.ts'
import { cut, titleOf } from './rules.ts'
import type { Survey } from './survey.ts'

/** An item as it will stand here. */
export interface ConvertedItem {
  readonly title: string
  readonly body: DocJson
  /** The words of the body, for search. */
  readonly text: string
  readonly excerpt: string
  /** The words of the item's comments, in their order. */
  readonly commentTexts: readonly string[]
  readonly findings: readonly Finding[]
}

/** A link to somebody's own disk stands in no document, and is a finding of its own. */
const LOCAL = 'local-file-link'

interface Examined {
  readonly item: ItemRecord
  readonly doc: DocJson
  readonly lost: readonly Lost[]
  readonly address: string
  readonly title: string
  readonly text: string
  readonly commentTexts: readonly string[]
}

/** Turns an item's HTML into a document, leads its links and pictures to their places here, and looks for oddities. */
export class Conversion {
  readonly #survey: Survey
  readonly #known: ReadonlySet<string>
  readonly #galleries: ReadonlyMap<number, readonly string[]>

  /** Pictures of the old site that stand in texts and are no item of the export, by their address here; if they are asked for. */
  readonly picturesInTexts = new Map<string, WantedPicture>()
  readonly #notesPictures: boolean

  constructor(survey: Survey, { notesPictures = false }: { notesPictures?: boolean } = {}) {
    this.#survey = survey
    this.#notesPictures = notesPictures
    this.#known = new Set(
      [...survey.paths.values(), ...[...survey.pictures.values()].map(({ path }) => path)].map((path) =>
        path.toLowerCase(),
      ),
    )
    this.#galleries = byParent(survey)
  }

  convert(item: ItemRecord, address: string): ConvertedItem {
    const { isOurs } = this.#survey.site
    const { doc, lost } = fromHtml(item.content, {
      paragraphs: isOurs ? 'html' : 'wordpress',
      pictures: (ids) => this.#gallery(item.postId, ids),
    })
    if (this.#notesPictures) for (const image of images(doc)) this.#notePicture(image)
    const body = mapAddresses(doc, (href, use) => this.#hrefHere(href, use))
    const text = plainText(body)
    const title = isOurs ? cut(item.title, 300) : titleOf(item.title, text)
    const plain = isOurs ? fromOwnHtml : plainWords
    const commentTexts = item.comments.map(({ content }) => cut(plain(content), 65_000))
    const findings = this.#examine({ item, doc, lost, address, title, text, commentTexts })
    return { title, body, text, excerpt: plain(item.excerpt), commentTexts, findings }
  }

  /** A website of ours keeps its addresses to the letter; only to its pictures its name was put, for WordPress. */
  #hrefHere(href: string, use: AddressUse): string {
    const { isOurs, baseUrl } = this.#survey.site
    if (!isOurs) return use === 'image' ? this.#pictureHref(href) : this.#linkHref(href)
    const isWhole = use === 'image' && href.startsWith(`${baseUrl}/`)
    return (isWhole && safeImageUrl(href.slice(baseUrl.length))) || href
  }

  /** Links are judged as they stood, so that one to the old site is told from one that was always relative. */
  #examine({ item, doc, lost, commentTexts, ...page }: Examined): readonly Finding[] {
    const comments = commentTexts.filter((_, i) => item.comments[i]?.approval === 'approved')
    const site = { site: this.#survey.site, knownPath: (path: string) => this.#isKnown(path) }
    const everyLink = [
      ...links(doc),
      ...lost.filter(({ kind }) => kind === LOCAL).map(({ detail }) => ({ href: detail, text: '' })),
    ]
    return findingsIn(
      { ...page, links: everyLink, images: images(doc), lost: lost.filter(({ kind }) => kind !== LOCAL), comments },
      site,
    )
  }

  #isKnown(path: string): boolean {
    const lower = path.toLowerCase()
    const byId = /^\/\?(?:p|page_id|attachment_id)=(\d+)$/.exec(lower)
    if (byId) return this.#survey.keys.has(`post:${byId[1]}`)
    return lower === '/' || this.#known.has(lower) || this.#known.has(originalPath(lower)) || ARCHIVE.test(lower)
  }

  #linkHref(href: string): string {
    const upload = picturePath(href)
    if (upload && this.#ours(href, upload)) return hrefOf(this.#bestPicture(upload))
    const [, hash = ''] = /(#.*)$/.exec(href) ?? []
    const target = internalTarget(href, this.#survey.site)
    if (target === null) return href
    const moved = (target.startsWith('/?') ? target : hrefOf(target)) + hash
    return safeUrl(moved) ?? href
  }

  #pictureHref(src: string): string {
    const path = picturePath(src)
    if (path === null || !this.#ours(src, path)) return src
    const moved = hrefOf(this.#bestPicture(path))
    return safeImageUrl(moved) ?? src
  }

  /** Uploads of the old site, not of somebody else's WordPress. */
  #ours(address: string, path: string): boolean {
    return (
      internalTarget(address, this.#survey.site) !== null ||
      this.#known.has(path.toLowerCase()) ||
      this.#known.has(originalPath(path).toLowerCase())
    )
  }

  #bestPicture(path: string): string {
    if (this.#known.has(path.toLowerCase())) return path
    const original = originalPath(path)
    return this.#known.has(original.toLowerCase()) ? original : path
  }

  #notePicture({ src, alt }: ImageFound): void {
    const { isOurs, baseUrl } = this.#survey.site
    const url = URL.canParse(src, baseUrl) ? new URL(src, baseUrl).href : src
    const path = isOurs ? null : picturePath(url)
    if (path === null || !this.#ours(url, path) || this.picturesInTexts.size >= MOST_NOTED) return
    const here = this.#bestPicture(path)
    if (this.#known.has(here.toLowerCase()) || this.picturesInTexts.has(here)) return
    this.picturesInTexts.set(here, { path: here, url, alt })
  }

  #gallery(postId: number | null, ids: readonly string[]) {
    const keys = ids.length ? ids.map((id) => `post:${id}`) : (this.#galleries.get(postId ?? -1) ?? [])
    return keys.flatMap((key) => {
      const picture = this.#survey.pictures.get(key)
      return picture
        ? [{ src: picture.url || hrefOf(picture.path), alt: picture.alt, caption: plainWords(picture.caption) }]
        : []
    })
  }
}

/** Some times what is fetched at once. */
const MOST_NOTED = 20_000

/** Archives every website of ours has. */
const ARCHIVE = /^\/(?:\d{4}\/(?:\d\d\/(?:\d\d\/)?)?|(?:category|tag|author)\/.+|feed\/|comments\/feed\/|page\/\d+\/)$/

function byParent({ pictures }: Survey): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const [key, { parentId }] of pictures) {
    if (parentId === null) continue
    const known = found.get(parentId)
    if (known) known.push(key)
    else found.set(parentId, [key])
  }
  return found
}
