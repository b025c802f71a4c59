import { expect, test } from 'vitest'
import { undrawn } from '../../../test/mailPrograms.ts'
import { splitAtPlaces } from '../sending/places.ts'
import { inLetter } from './addresses.ts'
import { type Block, readBlocks } from './block.ts'
import { letterHtml } from './email/Letter.tsx'
import { aFrame, allBlocks } from './factories.ts'
import { letterPlain, wrapped } from './plain.ts'

const html = letterHtml({ frame: aFrame(), blocks: allBlocks })
const plain = letterPlain({ frame: aFrame(), blocks: allBlocks })

test('a letter says the same in HTML and as plain text', () => {
  for (const words of [
    'Twelve amendments, one vote each',
    'The river is back',
    'In the news',
    'Winter meeting',
    'Thursday 3 December 2026, 7pm. Online and Shrewsbury',
    '3,914',
    'How many waited?',
    'Will you come?',
    'Read the paper',
    'You get this because you asked Fair Care Forum for its newsletter.',
    'Promoted by M Ellery, 14 Mill Lane, Shrewsbury.',
  ])
    expect(html).toContain(words)
  for (const words of [
    'IN THE NEWS',
    'Winter meeting',
    '3,914 names so far',
    '* Will you come?',
    'Read the paper:',
    'M Ellery',
  ])
    expect(plain).toContain(words)
})

test('what somebody typed is never markup, and a letter holds nothing that runs, is loaded from elsewhere or tells of its reading', () => {
  expect(html).toContain('A &lt;b&gt;bold&lt;/b&gt; plan')
  expect(html).not.toMatch(/<script|<link|<iframe|<form|@import|url\(|javascript:/i)
  expect([...html.matchAll(/<img [^>]*src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    'https://fair.example/files/2026/11/field.jpg',
  ])
})

test('each mail program draws it, but for extras that nobody misses', () => {
  expect(undrawn(html)).toEqual([])
  expect(undrawn('<p style="display:grid;gap:1rem">no</p>')).not.toEqual([])
})

test('places for the reader stand where they differ, the same in both parts', () => {
  const places = (text: string) => splitAtPlaces(text).filter((_, at) => at % 2 === 1)

  expect(places(plain)).toEqual(['name', 'answers', 'answers', 'answers', 'unsubscribe', 'preferences'])
  expect(places(html)).toEqual(['name', 'answers', 'answers', 'answers', 'unsubscribe', 'preferences'])
  expect(html).toContain('?ask=00000000-0000-4000-8000-000000000007&amp;say=yes')
})

test('links to the group’s own website carry the letter’s word, others stay as they are', () => {
  const at = { home: 'https://fair.example', slug: 'december-2026-vote' }

  expect(inLetter('/join', at)).toBe('https://fair.example/join?via=december-2026-vote')
  expect(inLetter('https://fair.example/a?b=c#d', at)).toBe('https://fair.example/a?b=c&via=december-2026-vote#d')
  expect(inLetter('https://other.example/a', at)).toBe('https://other.example/a')
  expect(inLetter('mailto:us@fair.example', at)).toBe('mailto:us@fair.example')
  expect(inLetter('/join', { ...at, slug: null })).toBe('https://fair.example/join')
})

test('a dark letter shows its dark colours whatever the screen', () => {
  expect(html).toContain('@media (prefers-color-scheme:dark){.bg')
  expect(letterHtml({ frame: aFrame(), blocks: allBlocks, dark: true })).not.toContain('prefers-color-scheme')
})

test('without a page on the website, a preview line or an imprint nothing stands in their place', () => {
  const bare = aFrame({ slug: null, preview: '', promoter: '', kind: 'notice' })
  const [alone, text] = [letterHtml({ frame: bare, blocks: [] }), letterPlain({ frame: bare, blocks: [] })]

  expect(alone).not.toMatch(/on the web|Promoted|display:none/)
  expect(text).not.toMatch(/on the web|Promoted/)
  expect(text).toContain('You get this because you belong to Fair Care Forum.')
})

test('plain text breaks at words, and never within an address', () => {
  const long = `Read ${'https://fair.example/'.padEnd(90, 'a')} now`

  expect(
    wrapped('word '.repeat(40).trim())
      .split('\n')
      .every((line) => line.length <= 72),
  ).toBe(true)
  expect(wrapped(long).split('\n')).toEqual(['Read', long.split(' ')[1], 'now'])
})

test.each<[string, unknown]>([
  ['an unknown kind', { id: allBlocks[0]!.id, kind: 'banner' }],
  ['an unsafe address', { ...allBlocks[7], href: 'javascript:alert(1)' }],
  ['no document', { ...allBlocks[1], doc: { type: 'script' } }],
  ['no day', { ...allBlocks[3], day: '2026-02-30' }],
])('what is kept with %s is not believed', (_, block) => {
  expect(() => readBlocks([block])).toThrow()
})

test('what is kept comes back as it was', () => {
  expect(readBlocks(JSON.parse(JSON.stringify(allBlocks)))).toEqual(allBlocks satisfies readonly Block[])
})
