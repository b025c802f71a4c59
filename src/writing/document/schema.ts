import { Schema } from 'prosemirror-model'
import type { AttributeSpec, MarkSpec, NodeSpec } from 'prosemirror-model'
import { safeImageUrl, safeUrl } from './address.ts'

/** Nodes may stand this deep in each other, counted from the document; see `parseDoc`. */
export const DEEPEST = 32

/** The highest number a list may begin with: Markdown allows nine digits, an item may add to it (CommonMark 5.2). */
export const HIGHEST_START = 99_999

export const WIDEST_SPAN = 100

const id: AttributeSpec = { default: null, validate: 'string|null' }
const lang: AttributeSpec = { default: null, validate: language }
const block = { group: 'block', attrs: { id, lang } } as const satisfies NodeSpec
const caption = { content: 'text*' } as const satisfies NodeSpec

const cell = {
  content: 'block+',
  isolating: true,
  attrs: { id, colspan: { default: 1, validate: span }, rowspan: { default: 1, validate: span } },
} as const satisfies NodeSpec

const nodes = {
  doc: { content: '(block | more)+' },
  paragraph: { ...block, content: 'inline*' },
  heading: {
    ...block,
    content: '(text | footnote)*',
    defining: true,
    attrs: { id, lang, level: { default: 2, validate: whole(2, 4) } },
  },
  blockquote: { ...block, content: 'block+ cite?', defining: true },
  cite: { ...caption, attrs: { id } },
  bullet_list: { ...block, content: 'list_item+' },
  ordered_list: {
    ...block,
    content: 'list_item+',
    attrs: { id, lang, start: { default: 1, validate: whole(0, HIGHEST_START) } },
  },
  list_item: { content: 'block+', defining: true, attrs: { id } },
  table: {
    ...block,
    content: 'table_row+',
    tableRole: 'table',
    isolating: true,
    attrs: { id, lang, caption: { default: '', validate: 'string' } },
  },
  table_row: { content: '(table_cell | table_header)+', tableRole: 'row', attrs: { id } },
  table_cell: { ...cell, tableRole: 'cell' },
  table_header: { ...cell, tableRole: 'header_cell' },
  figure: {
    ...block,
    ...caption,
    attrs: {
      id,
      lang,
      src: { default: '', validate: picture },
      alt: { default: '', validate: 'string' },
      width: { default: null, validate: pixels },
      height: { default: null, validate: pixels },
      href: { default: null, validate: linkOrNull },
    },
  },
  gallery: { ...block, content: 'figure+' },
  embed: {
    ...block,
    atom: true,
    attrs: { id, lang, url: { validate: picture }, title: { default: '', validate: 'string' } },
  },
  code_block: { ...block, content: 'text*', marks: '', code: true, defining: true },
  horizontal_rule: { group: 'block', attrs: { id } },
  more: { attrs: { id } },
  footnote: { group: 'inline', inline: true, atom: true, content: 'text*' },
  hard_break: { group: 'inline', inline: true, selectable: false },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>

const marks = {
  link: { attrs: { href: { validate: link } }, inclusive: false },
  strong: {},
  em: {},
  strikethrough: {},
  superscript: {},
  subscript: {},
  code: {},
} satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/**
 * Everything a group writes. Blocks carry a stable `id` (null until `withIds`) and, where the language changes, `lang`
 * (BCP 47). Addresses are checked here, so that no document that passes `check()` holds an unsafe one. The cells follow
 * prosemirror-tables (`tableRole`, `colspan`, `rowspan`) so that its commands work on them.
 */
export const schema = new Schema<NodeName, MarkName>({ nodes, marks })

/** Whether blocks of this type may say which language they are in. */
export function takesLanguage(type: string): boolean {
  return schema.spec.nodes.get(type)?.attrs?.['lang'] !== undefined
}

/** Whether this is a language tag we keep (BCP 47, without private use): `cy`, `en-GB`. */
export function isLanguage(value: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(value)
}

function language(value: unknown): void {
  if (value !== null && !(typeof value === 'string' && isLanguage(value))) throw new RangeError('Not a language tag')
}

function link(value: unknown): void {
  if (typeof value !== 'string' || safeUrl(value) !== value) throw new RangeError('Not a safe address')
}

function linkOrNull(value: unknown): void {
  if (value !== null) link(value)
}

function picture(value: unknown): void {
  if (typeof value !== 'string' || safeImageUrl(value) !== value) throw new RangeError('Not a safe address')
}

function pixels(value: unknown): void {
  if (value !== null) whole(1, 100_000)(value)
}

function span(value: unknown): void {
  whole(1, WIDEST_SPAN)(value)
}

function whole(least: number, most: number): (value: unknown) => void {
  return (value) => {
    if (!(Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most)) {
      throw new RangeError(`Not a whole number between ${least} and ${most}`)
    }
  }
}
