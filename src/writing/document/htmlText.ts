import { blockLink } from './blockLinks.ts'
import { embedOf, shortcodeAddress } from './embeds.ts'
import type { GalleryPicture } from './fromHtml.ts'
import { draft } from './htmlBuilder.ts'
import type { Draft } from './htmlBuilder.ts'
import { beginBlock, closeElement, lines, list, openLine } from './htmlWalk.ts'
import type { Walk } from './htmlWalk.ts'
import { withScheme } from './pictures.ts'
import { splitShortcodes } from './shortcodes.ts'
import type { Shortcode } from './shortcodes.ts'
import { WORD_LEVEL, WORD_ORDERED } from './wordLists.ts'

/** Text between two tags. */
export function words(walk: Walk, text: string): void {
  if (walk.dropping !== null) return noteWordMarker(walk, text)
  const shortcodesCount = walk.options.paragraphs === 'wordpress' && walk.builder.top.line?.kind !== 'pre'
  if (!shortcodesCount || !text.includes('[')) return plainWords(walk, text)
  for (const piece of splitShortcodes(text)) {
    if (typeof piece === 'string') plainWords(walk, piece)
    else shortcode(walk, piece)
  }
}

/** Word writes the bullet or number of an item as text, which is dropped; `1.` or `a)` tells that the list is numbered. */
function noteWordMarker({ builder }: Walk, text: string): void {
  if (WORD_LEVEL in builder.nextParagraph && /^\s*\w{1,5}[.)]/.test(text)) builder.nextParagraph[WORD_ORDERED] = 1
}

/** `<!--more-->`, `<!--nextpage-->` and the comments of WordPress's blocks; others go. */
export function comment(walk: Walk, text: string): void {
  const { builder } = walk
  const said = text.trim()
  if (walk.dropping !== null) return
  if (/^more\b/.test(said)) {
    builder.endParagraph()
    builder.doc.content.push(draft('more'))
  } else if (said === 'nextpage') {
    builder.endParagraph()
    list(walk, 'page-break', 'The parts of a text in several pages were joined')
  } else if (said.startsWith('wp:') && said.endsWith('/')) {
    const link = blockLink(said.slice(3, -1).trim())
    if (link === null) return list(walk, 'dynamic-block', said.slice(3, -1).trim())
    builder.endParagraph()
    builder.append(link)
  }
}

/** Words as they are, line ends made into what they mean. */
export function plainWords(walk: Walk, text: string): void {
  const { builder } = walk
  const { line } = builder.top
  if (line !== null || !walk.lineEndsCount) {
    if (line !== null || builder.paragraph !== null || text.trim() !== '') builder.write({ ...draft('text'), text })
    return
  }
  text.split(/\n[ \t]*(?:\n[ \t]*)+/).forEach((paragraph, at) => {
    if (at > 0) builder.endParagraph()
    writeLines(walk, paragraph)
  })
}

function writeLines(walk: Walk, text: string): void {
  const { builder } = walk
  if (builder.paragraph === null && text.trim() === '') return
  const afterBreak = builder.paragraph?.content.at(-1)?.type === 'hard_break'
  for (const inline of lines(afterBreak ? text.replace(/^[ \t]*\n/, '') : text, undefined)) builder.write(inline)
}

function shortcode(walk: Walk, code: Shortcode): void {
  if (code.name === 'caption' || code.name === 'wp_caption') return caption(walk, code)
  if (code.name === 'gallery') return gallery(walk, code)
  if (['embed', 'video', 'audio', 'youtube', 'vimeo'].includes(code.name)) return embedded(walk, code)
  if (code.kind === 'open') list(walk, 'shortcode', code.source)
  if (code.name !== 'playlist') plainWords(walk, code.source)
}

/** `[caption]<img> words[/caption]`; an older form has the words in an attribute. */
function caption(walk: Walk, code: Shortcode): void {
  if (code.kind === 'close') return closeElement(walk, captionTag, () => false)
  beginBlock(walk)
  openLine(walk, '[caption]', { node: draft('detached'), attributes: noAttributes })
  const given = code.attributes.get('caption') ?? ''
  if (given !== '') walk.builder.write({ ...draft('text'), text: given })
}

const captionTag: ReadonlySet<string> = new Set(['[caption]'])
const noAttributes: ReadonlyMap<string, string> = new Map()

function gallery(walk: Walk, code: Shortcode): void {
  if (code.kind === 'close') return
  const ids = (code.attributes.get('ids') ?? code.attributes.get('include') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
  const figures = (walk.options.pictures?.(ids) ?? []).map(figureOf)
  if (figures.length === 0) return list(walk, 'gallery', code.source)
  walk.builder.append({ ...draft('gallery'), content: figures })
}

function figureOf(picture: GalleryPicture): Draft {
  const figure = draft('figure', { src: withScheme(picture.src), alt: picture.alt })
  if (picture.caption !== '') figure.content.push({ ...draft('text'), text: picture.caption })
  return figure
}

function embedded(walk: Walk, code: Shortcode): void {
  if (code.kind === 'close') return
  const embed = embedOf(shortcodeAddress(code), code.attributes.get('title') ?? '')
  if (embed !== null) return walk.builder.append(embed)
  if (code.name === 'embed' && code.inner === null) return
  list(walk, 'shortcode', code.source)
  plainWords(walk, code.source + (code.inner ?? ''))
}
