import { caniemail } from 'caniemail'

type Programs = Parameters<typeof caniemail>[0]['clients']

/** Of those that caniemail.com has tested for everything we use. */
const PROGRAMS: Programs = [
  'gmail.*',
  'outlook.*',
  'apple-mail.*',
  'yahoo.*',
  'aol.*',
  'protonmail.*',
  'samsung-email.android',
  'thunderbird.macos',
  'gmx.desktop-webmail',
  'fastmail.desktop-webmail',
  'hey.desktop-webmail',
]

/** What a letter may use although some programs leave it out, and what is lost there. */
const EXTRAS: ReadonlyMap<string, string> = new Map([
  ['@media', 'dark colours, and narrower edges on a phone'],
  ['<style> element', 'dark colours'],
  ['Class selector', 'dark colours'],
  ['Descendant combinator', 'dark colours'],
  ['Attribute selector', 'dark colours in Outlook’s apps'],
  ['!important keyword', 'dark colours'],
  ['color-scheme meta tag', 'dark colours'],
  ['border-radius', 'round corners'],
  ['overflow', 'hides the preview line a second time'],
  ['max-height property', 'hides the preview line a third time'],
  ['display:none', 'the preview line is seen at the top'],
  ['<body> element', 'the ground beside the letter, which its table has too'],
  ['height property', 'a picture keeps its own height'],
  ['width attribute', 'the column is as wide as its words'],
  ['text-decoration', 'the line under a link'],
  ['role attribute', 'tables are read out as tables'],
  ['aria-label attribute', 'the letter is read out without its name'],
  ['lang attribute', 'it is read out in the reader’s own language'],
])

/** What of a letter some mail program does not draw, beyond the extras. */
export function undrawn(html: string): readonly string[] {
  const { issues } = caniemail({ clients: PROGRAMS, html })
  const found = [...issues.errors].flatMap(([program, all]) => all.map(({ title }) => ({ program, title })))
  return [
    ...new Set(found.filter(({ title }) => !EXTRAS.has(title)).map(({ program, title }) => `${title}: ${program}`)),
  ]
}
