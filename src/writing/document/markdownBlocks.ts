import MarkdownIt from 'markdown-it'
import type { StateBlock } from 'markdown-it'
import { isLanguage } from './schema.ts'

/** Reads the block that begins at line `start`: null when there is none, else what adds its tokens and says the line after it. */
export type BlockRule = (state: StateBlock, start: number, end: number) => (() => number) | null

const { unescapeAll } = new MarkdownIt().utils

const FIGURE =
  /^!\[((?:\\.|[^\]\\])*)\]\(([^\s"()\\]+|(?:\\.|[^\s"()\\])+)(?: +"((?:\\.|[^"\\])*)")?\)(?:\{(\d{0,6})x(\d{0,6})\})?$/
const LINKED_FIGURE = /^\[(!.*)\]\(((?:\\.|[^\s"()\\])+)\)$/
const EMBED = /^(https?:\/\/\S+)(?: +"((?:\\.|[^"\\])*)")?$/i
const NAMED_EMBED = /^\{embed (\/\S*)(?: +"((?:\\.|[^"\\])*)")?\}$/

/** `{lang=cy}` before any block, `{caption=Women in work}` before a table. */
export const attributeLines: BlockRule = (state, start, end) => {
  const [, name, value = ''] = /^\{(lang|caption)=(.+)\}$/.exec(lineAt(state, start)) ?? []
  const next = start + 1 < end && !isOutside(state, start + 1) ? lineAt(state, start + 1) : ''
  const fits =
    name === 'lang' ? next !== '' && isLanguage(value) : name === 'caption' && /^(?:\||\{\||\{lang=)/.test(next)
  if (!fits) return null
  return () => {
    const token = state.push('attributes', '', 0)
    token.attrs = [name === 'lang' ? ['lang', value] : ['data-caption', unescapeAll(value)]]
    return start + 1
  }
}

/** `----more----`, at the top level only. */
export const moreLine: BlockRule = (state, start) => {
  if (state.level > 0 || !/^-{2,}\s?more\s?-{2,}$/i.test(lineAt(state, start))) return null
  return () => {
    state.push('more', '', 0)
    return start + 1
  }
}

/** `![alternative](address "caption"){640x480}`, linked when it stands in `[…](address)`. */
export const figureLine: BlockRule = (state, start, end) => {
  const figure = readFigure(lineAt(state, start))
  if (figure === null || !isAlone(state, start, end)) return null
  return () => {
    pushFigure(state, figure)
    return start + 1
  }
}

/** Figures between `{gallery}` and `{/gallery}`, each with its language before it if it has one. */
export const galleryLines: BlockRule = (state, start, end) => {
  if (lineAt(state, start) !== '{gallery}') return null
  const figures: FigureLine[] = []
  let lang: string | null = null
  for (let line = start + 1; line < end && !isOutside(state, line); line++) {
    const text = lineAt(state, line)
    const figure = readFigure(text)
    const tagged = /^\{lang=(.+)\}$/.exec(text)?.[1]
    if (text === '{/gallery}') return figures.length === 0 ? null : () => pushGallery(state, figures, line + 1)
    if (figure !== null) {
      figures.push({ ...figure, lang })
      lang = null
    } else if (tagged !== undefined && isLanguage(tagged)) lang = tagged
    else if (text !== '') return null
  }
  return null
}

/** An address alone in its paragraph, with a title if there is one; `{embed /films/day.mp4}` for one of this site. */
export const embedLine: BlockRule = (state, start, end) => {
  const match = EMBED.exec(lineAt(state, start)) ?? NAMED_EMBED.exec(lineAt(state, start))
  if (match === null || !isAlone(state, start, end)) return null
  return () => {
    state.push('embed', '', 0).meta = { url: unescapeAll(match[1] ?? ''), title: unescapeAll(match[2] ?? '') }
    return start + 1
  }
}

/** `-- who said it`, in a quotation. */
export const sourceLine: BlockRule = (state, start, end) => {
  const text = /^-- (.+)$/.exec(lineAt(state, start))?.[1]
  if (text === undefined || state.parentType !== 'blockquote' || !isAlone(state, start, end)) return null
  return () => {
    pushWords(state, 'cite', text)
    return start + 1
  }
}

/** The line without its indentation and what surrounds it; '' when it is empty. */
export function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
}

/** Whether the line belongs to what stands around this block. */
export function isOutside(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent
}

interface FigureLine {
  readonly src: string
  readonly alt: string
  readonly caption: string
  readonly width: string | null
  readonly height: string | null
  readonly href: string | null
  readonly lang: string | null
}

function readFigure(line: string): FigureLine | null {
  const linked = LINKED_FIGURE.exec(line)
  const match = FIGURE.exec(linked?.[1] ?? line)
  if (match === null) return null
  const [, alt = '', src = '', caption = '', width = '', height = ''] = match
  const href = linked?.[2] === undefined ? null : unescapeAll(linked[2])
  return {
    src: unescapeAll(src),
    alt: unescapeAll(alt),
    caption,
    width: width || null,
    height: height || null,
    href,
    lang: null,
  }
}

function pushGallery(state: StateBlock, figures: readonly FigureLine[], after: number): number {
  state.push('gallery_open', 'div', 1).attrs = [['class', 'gallery']]
  for (const figure of figures) pushFigure(state, figure)
  state.push('gallery_close', 'div', -1)
  return after
}

function pushFigure(state: StateBlock, { caption, lang, ...image }: FigureLine): void {
  const opening = state.push('figure_open', 'figure', 1)
  if (lang !== null) opening.attrSet('lang', lang)
  state.push('figure_image', '', 0).meta = image
  if (caption !== '') pushWords(state, 'figcaption', caption)
  state.push('figure_close', 'figure', -1)
}

function pushWords(state: StateBlock, tag: string, words: string): void {
  state.push(`${tag}_open`, tag, 1)
  const inline = state.push('inline', '', 0)
  inline.content = words
  inline.children = []
  state.push(`${tag}_close`, tag, -1)
}

function isAlone(state: StateBlock, line: number, end: number): boolean {
  return line + 1 >= end || state.isEmpty(line + 1) || isOutside(state, line + 1)
}
