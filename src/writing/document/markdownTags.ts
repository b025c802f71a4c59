import type { StateInline } from 'markdown-it'
import { NOTE_ELEMENT } from './htmlElements.ts'

type InlineRule = (state: StateInline, silent: boolean) => boolean

const ELEMENTS: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  s: 's',
  sup: 'sup',
  sub: 'sub',
  code: 'code',
}
/** Far more than marks can stand in each other, and few enough for text made to be slow. */
const DEEPEST_TAG = 16
const OPENING = /<(b|i|s|sup|sub|code)>/y

/** `H<sub>2</sub>O`, and `<b>`, `<i>`, `<s>`, `<code>` for places where `**` and its like cannot stand. No other tags. */
export const tagRule: InlineRule = (state, silent) => {
  if (state.level > DEEPEST_TAG) return false
  OPENING.lastIndex = state.pos
  const name = OPENING.exec(state.src)?.[1]
  const element = name === undefined ? undefined : ELEMENTS[name]
  if (name === undefined || element === undefined) return false
  const from = state.pos + name.length + 2
  const end = endOf(state, from, `</${name}>`)
  if (end < 0) return false
  if (!silent) enclose(state, element, { from, to: end })
  state.pos = end + name.length + 3
  return true
}

/** `^[the note]`; not within a link, where it could hold no link itself. */
export const footnoteRule: InlineRule = (state, silent) => {
  if (!state.src.startsWith('^[', state.pos) || state.linkLevel > 0) return false
  const from = state.pos + 2
  const end = state.md.helpers.parseLinkLabel(state, from - 1)
  if (end < 0 || end <= from) return false
  if (!silent) enclose(state, NOTE_ELEMENT, { from, to: end })
  state.pos = end + 1
  return true
}

function enclose(state: StateInline, element: string, range: { readonly from: number; readonly to: number }): void {
  const max = state.posMax
  state.push(`${element}_open`, element, 1)
  state.pos = range.from
  state.posMax = range.to
  state.md.inline.tokenize(state)
  state.push(`${element}_close`, element, -1)
  state.posMax = max
}

/** Where the closing tag stands that is not escaped, in code or within another element; -1 when there is none. */
function endOf(state: StateInline, from: number, closing: string): number {
  if (lastPlace(state, closing) < from) return -1
  const before = state.pos
  state.pos = from
  let found = -1
  while (state.pos < state.posMax && found < 0) {
    if (state.src.startsWith(closing, state.pos)) found = state.pos
    else state.md.inline.skipToken(state)
  }
  state.pos = before
  return found
}

/** Where the tag stands last, looked up once for each text. */
function lastPlace(state: StateInline, closing: string): number {
  const known = lastPlaces.get(state) ?? new Map<string, number>()
  lastPlaces.set(state, known)
  const place = known.get(closing) ?? state.src.lastIndexOf(closing)
  known.set(closing, place)
  return place
}

const lastPlaces = new WeakMap<StateInline, Map<string, number>>()
