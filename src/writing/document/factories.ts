import type { Attributes, DocJson, MarkJson } from './json.ts'

/** Numbers from 0 up to 1 that the seed alone decides (mulberry32, by Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A document of any shape the schema allows, with words chosen to be misread. The same seed gives the same document. */
export function aRandomDocument(seed: number): DocJson {
  const dice = new Dice(seeded(seed))
  return { type: 'doc', content: dice.several(1, 5, () => (dice.chance(0.05) ? { type: 'more' } : block(dice, 0))) }
}

const NASTY = [
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '#',
  '## ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '|',
  '| a |',
  '---',
  '***',
  '----more----',
  '{gallery}',
  '{lang=cy}',
  '{|',
  '|-',
  '|}',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '](/x)',
  '^[',
  '^',
  '!',
  '\\',
  '\\\\',
  '<b>',
  '</b>',
  '<script>',
  '<!--',
  '&amp;',
  '&',
  '&#42;',
  '"',
  "'",
  'https://example.org/a_b',
  'http://x',
  '<https://example.org>',
  '-- ',
  ':--',
  '=',
  '==',
  '$',
  '@',
  '%',
  '😀',
  '👩‍👩‍👧',
  'ŵ',
  'ŷ',
  'é',
  '\u00A0',
  '  ',
  '\t',
  '    ',
  '\u2014',
  '\u201C',
  '\u201D',
  '…',
  '\u00AD',
  '\u200B',
  '.',
  ',',
  ';',
  '/',
  'a*b',
  'snake_case',
  '[x]: y',
  '[^1]',
  ':::',
  '```',
  '~~~',
  '![a](/b)',
  '{embed /x}',
  '{caption=x}',
  '{2 columns}',
  '<sup>',
  'bb-note',
]
const PLAIN = [
  'member',
  'policy',
  'care',
  'the',
  'a',
  'of',
  'Westminster',
  'dŵr',
  '1,842',
  'don’t',
  're-elect',
  '£15',
  'x',
  '10',
  '2026',
]
const ADDRESSES = [
  'https://example.org/',
  'https://example.org/a_(b)?c=1&copy=2&amp;d',
  '/files/a*b*.pdf',
  '#notes',
  'mailto:chair@example.org',
  'tel:+441234567890',
  'https://example.org/%22q%22?x=[1]',
  "https://example.org/it's",
  'https://example.org/ŵ!',
]
const PICTURES = [
  '/files/one.jpg',
  'https://example.org/p_(1).png',
  '/files/two.png?a=1&b=2',
  'https://example.org/a*b_c.jpg',
]
const MARKS = ['strong', 'em', 'strikethrough', 'superscript', 'subscript', 'code']

class Dice {
  readonly next: () => number

  constructor(next: () => number) {
    this.next = next
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  one<Kind>(choices: readonly [Kind, ...Kind[]] | readonly Kind[]): Kind {
    const chosen = choices[this.whole(0, choices.length - 1)]
    if (chosen === undefined) throw new Error('Nothing to choose from.')
    return chosen
  }

  several<Kind>(least: number, most: number, make: () => Kind): Kind[] {
    return Array.from({ length: this.whole(least, most) }, make)
  }
}

function words(dice: Dice): string {
  return dice
    .several(1, 5, () => (dice.chance(0.5) ? dice.one(NASTY) : dice.one(PLAIN)) + (dice.chance(0.5) ? ' ' : ''))
    .join('')
}

function inline(dice: Dice, allowed: { breaks?: boolean; notes?: boolean }): DocJson[] {
  return dice.several(0, 5, () => {
    if (allowed.breaks === true && dice.chance(0.12)) return { type: 'hard_break', ...marks(dice) }
    if (allowed.notes === true && dice.chance(0.08)) return { type: 'footnote', content: inline(dice, {}) }
    return { type: 'text', text: words(dice), ...marks(dice) }
  })
}

function marks(dice: Dice): { marks?: MarkJson[] } {
  if (dice.chance(0.5)) return {}
  const chosen: MarkJson[] = MARKS.filter(() => dice.chance(0.25)).map((type) => ({ type }))
  if (dice.chance(0.25)) chosen.push({ type: 'link', attrs: { href: dice.one(ADDRESSES) } })
  return { marks: chosen }
}

function block(dice: Dice, depth: number): DocJson {
  const kind = dice.whole(0, depth > 3 ? 6 : 12)
  const lang = dice.chance(0.06) ? { lang: dice.one(['cy', 'en-GB']) } : {}
  const inner = (least: number, most: number): DocJson[] => dice.several(least, most, () => block(dice, depth + 1))
  switch (kind) {
    case 3:
      return { type: 'heading', attrs: { level: dice.whole(2, 4), ...lang }, content: inline(dice, { notes: true }) }
    case 4:
      return figure(dice, lang)
    case 5:
      return { type: 'embed', attrs: { url: dice.one(PICTURES), title: dice.chance(0.5) ? words(dice) : '', ...lang } }
    case 6:
      return dice.chance(0.4)
        ? { type: 'horizontal_rule' }
        : { type: 'code_block', attrs: lang, content: [{ type: 'text', text: code(dice) }] }
    case 7:
      return {
        type: 'blockquote',
        attrs: lang,
        content: [...inner(1, 3), ...(dice.chance(0.4) ? [{ type: 'cite', content: inline(dice, {}) }] : [])],
      }
    case 8:
    case 9:
      return { type: 'bullet_list', attrs: lang, content: dice.several(1, 3, () => item(dice, depth)) }
    case 10:
      return {
        type: 'ordered_list',
        attrs: { start: dice.one([1, 1, 1, 0, 3, 9, 99, 99_999]), ...lang },
        content: dice.several(1, 3, () => item(dice, depth)),
      }
    case 11:
      return dice.chance(0.5)
        ? simpleTable(dice, lang)
        : {
            type: 'table',
            attrs: { caption: dice.chance(0.4) ? words(dice) : '', ...lang },
            content: dice.several(1, 3, () => row(dice, depth)),
          }
    case 12:
      return {
        type: 'gallery',
        attrs: lang,
        content: dice.several(1, 3, () => figure(dice, dice.chance(0.1) ? { lang: 'cy' } : {})),
      }
    default:
      return { type: 'paragraph', attrs: lang, content: inline(dice, { breaks: true, notes: true }) }
  }
}

function item(dice: Dice, depth: number): DocJson {
  const first: DocJson = { type: 'paragraph', content: inline(dice, { breaks: true, notes: true }) }
  const rest = dice.several(0, dice.chance(0.6) ? 0 : 2, () => block(dice, depth + 1))
  return { type: 'list_item', content: dice.chance(0.7) ? [first, ...rest] : [block(dice, depth + 1), ...rest] }
}

function figure(dice: Dice, lang: Attributes): DocJson {
  const size = (): number | null => (dice.chance(0.4) ? dice.whole(1, 4_000) : null)
  const href = dice.chance(0.2) ? dice.one(ADDRESSES) : null
  const attrs = {
    src: dice.one(PICTURES),
    alt: dice.chance(0.7) ? words(dice) : '',
    width: size(),
    height: size(),
    href,
    ...lang,
  }
  return { type: 'figure', attrs, content: dice.chance(0.6) ? inline(dice, {}) : [] }
}

function row(dice: Dice, depth: number): DocJson {
  const cell = (): DocJson => ({
    type: dice.chance(0.3) ? 'table_header' : 'table_cell',
    attrs: { colspan: dice.chance(0.2) ? dice.whole(1, 3) : 1, rowspan: dice.chance(0.2) ? dice.whole(1, 3) : 1 },
    content: dice.several(1, 2, () => block(dice, depth + 2)),
  })
  return { type: 'table_row', content: dice.several(1, 3, cell) }
}

function simpleTable(dice: Dice, lang: Attributes): DocJson {
  const columns = dice.whole(1, 3)
  const cells = (type: string): DocJson => ({
    type: 'table_row',
    content: Array.from({ length: columns }, () => ({
      type,
      content: [{ type: 'paragraph', content: inline(dice, { notes: true }) }],
    })),
  })
  return {
    type: 'table',
    attrs: { caption: dice.chance(0.3) ? words(dice) : '', ...lang },
    content: [cells('table_header'), ...dice.several(0, 3, () => cells('table_cell'))],
  }
}

function code(dice: Dice): string {
  return dice
    .several(1, 4, () => `${dice.chance(0.4) ? dice.one(['  ', '\t', '    ']) : ''}${words(dice)}`)
    .join(dice.chance(0.8) ? '\n' : '\n\n')
}
