import type { DocJson, ShownImage } from '../../writing/index.ts'
import { hrefOf } from './paths.ts'

/** A picture as a page needs it. Without `sha256` its file has not been brought in yet. */
export interface Picture {
  readonly path: string
  readonly alt: string
  readonly sha256: string | null
  readonly mediaType: string | null
  readonly width: number | null
  readonly height: number | null
}

/** The widths in pixels in which pictures are served; any other is refused, so that nobody can make us draw for ever. */
export const WIDTHS = [320, 640, 960, 1280, 1920] as const
export type Width = (typeof WIDTHS)[number]

/** Types that are drawn smaller. Others (SVG, GIF) are served as they are. */
export const DRAWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

/** Named by its content, so that a browser may keep it for ever: `…?v=<first 12 of the hash>`. */
export const versionOf = (sha256: string): string => sha256.slice(0, 12)

/** How a stored picture stands in a page: its address, its size, and the smaller ones to choose from. */
export function shownImage(picture: Picture): ShownImage {
  const { path, sha256, mediaType, width, height } = picture
  const src = `${hrefOf(path)}?v=${versionOf(sha256 ?? '')}`
  const size = width && height ? { width, height } : {}
  if (!width || !DRAWN.has(mediaType ?? '')) return { src, ...size }
  const smaller = WIDTHS.filter((wide) => wide < width).map((wide) => `${src}&w=${wide} ${wide}w`)
  return smaller.length ? { src, ...size, srcset: [...smaller, `${src} ${width}w`].join(', ') } : { src, ...size }
}

/** Whether the picture's file is here and is a picture. */
export const isHere = (picture: Picture | undefined): picture is Picture =>
  picture?.sha256 !== undefined && picture.sha256 !== null && picture.mediaType?.startsWith('image/') === true

/**
 * The document with what can be shown: a picture that is not here (or on another site, which the content policy
 * forbids) becomes a line of its words, a picture without words takes those known for it.
 */
export function withPictures(doc: DocJson, pictures: ReadonlyMap<string, Picture>): DocJson {
  const blocks = (doc.content ?? []).flatMap((block) => shownBlock(block, pictures))
  return { ...doc, content: blocks }
}

function shownBlock(block: DocJson, pictures: ReadonlyMap<string, Picture>): readonly DocJson[] {
  if (block.type === 'figure') return [shownFigure(block, pictures)]
  if (block.type === 'gallery') return shownGallery(block, pictures)
  if (!block.content?.some(({ type }) => type !== 'text')) return [block]
  return [{ ...block, content: block.content.flatMap((child) => shownBlock(child, pictures)) }]
}

function shownGallery(gallery: DocJson, pictures: ReadonlyMap<string, Picture>): readonly DocJson[] {
  const figures = (gallery.content ?? []).map((figure) => shownFigure(figure, pictures))
  const here = figures.filter(({ type }) => type === 'figure')
  const missing = figures.filter(({ type }) => type !== 'figure')
  return here.length ? [{ ...gallery, content: here }, ...missing] : missing
}

function shownFigure(figure: DocJson, pictures: ReadonlyMap<string, Picture>): DocJson {
  const picture = pictures.get(String(figure.attrs?.['src'] ?? ''))
  const alt = String(figure.attrs?.['alt'] ?? '') || (picture?.alt ?? '')
  if (!isHere(picture)) return inWords(figure, alt)
  const href = figure.attrs?.['href'] ?? null
  const leadsNowhere = typeof href === 'string' && pictures.has(href) && !isHere(pictures.get(href))
  return { ...figure, attrs: { ...figure.attrs, alt, ...(leadsNowhere && { href: null }) } }
}

/** "Picture: members at the stall." with the caption behind it. */
function inWords(figure: DocJson, alt: string): DocJson {
  const caption = figure.content ?? []
  const told = alt ? `Picture: ${alt}` : caption.length ? 'Picture: ' : 'A picture that is not here yet.'
  const between = alt && caption.length ? [{ type: 'text', text: `${/[.?!]$/.test(alt) ? '' : '.'} ` }] : []
  return { type: 'paragraph', content: [{ type: 'text', text: told, marks: [{ type: 'em' }] }, ...between, ...caption] }
}
