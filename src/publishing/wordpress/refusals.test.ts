import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { readExport } from './export.ts'
import { anExport, anItem, bytesOf, recordsOf } from './factories.ts'

async function refusalOf(text: string | Uint8Array): Promise<string> {
  const error = await recordsOf(text).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Refusal)
  expect(error).toMatchObject({ status: 422 })
  return error instanceof Refusal ? error.message : ''
}

function lineOf(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length
}

function withDoctype(doctype: string): string {
  return anExport({ items: [{ title: 'SAFE' }] }).replace('<rss', `${doctype}\n<rss`)
}

/** An export whose only item goes on with `piece`, so many times. */
async function* endless(piece: string, times: number): AsyncGenerator<Uint8Array> {
  yield* bytesOf(anExport({ items: [{ more: 'HERE' }] }).split('HERE')[0] ?? '')
  const bytes = new TextEncoder().encode(piece)
  for (let i = 0; i < times; i += 1) yield await Promise.resolve(bytes)
}

async function drain(source: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const record of readExport(source)) expect(record.kind).toBe('site')
}

/** Milliseconds; many megabytes go through these tests, on a machine that may be busy. */
const SLOW = 60_000

const LINE_OF_ITEM = lineOf(anExport({ items: [{}] }), '<item>')

test('a file that stops in the middle is refused with the line, wherever it stops', async () => {
  const text = anExport({ items: [{ title: 'Rain & barrels', comments: [{}] }] })

  expect(await refusalOf(text.slice(0, text.indexOf('drop')))).toBe(
    `The file stops in the middle, at line ${lineOf(text, 'drop')}. Download it again from WordPress.`,
  )
  for (let end = text.indexOf('<rss') + 5; end < text.lastIndexOf('</rss>'); end += 13) {
    expect(await refusalOf(text.slice(0, end))).toMatch(/stops in the middle, at line \d+\./)
  }
})

test('lines from a thousand on are written as people write them', async () => {
  const text = anExport({ items: [{ content: '\n'.repeat(1203) }] })

  expect(await refusalOf(text.slice(0, text.indexOf('</item>')))).toMatch(/at line 1,\d\d\d\./)
})

test('a damaged file is refused with the line', async () => {
  const text = anExport({ items: [{}] })
  const crossed = text.replace('</guid>', '</gold>')
  const twice = `${text}${text}`

  expect(await refusalOf(crossed)).toBe(
    `The file is damaged at line ${lineOf(text, '</guid>')}. Download it again from WordPress.`,
  )
  expect(await refusalOf(twice)).toContain(`damaged at line ${text.split('\n').length}.`)
})

test('what is no export is refused by what it is', async () => {
  const feed = anExport().replace(/<wp:wxr_version>.*<\/wp:wxr_version>/, '')

  expect(await refusalOf('')).toBe('The file is empty.')
  expect(await refusalOf(' \n\n ')).toBe('The file is empty.')
  expect(await refusalOf('{"posts": []}')).toContain('a JSON file')
  expect(await refusalOf('<!doctype html><html><p>Not found</html>')).toContain('a web page')
  expect(await refusalOf('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C" "x"><html/>')).toContain('a web page')
  expect(await refusalOf('<?xml version="1.0"?><html></html>')).toContain('a web page')
  expect(await refusalOf('<?xml version="1.0"?>')).toContain('without content')
  expect(await refusalOf('<feed xmlns="http://www.w3.org/2005/Atom"></feed>')).toContain('some other XML file')
  expect(await refusalOf('%PDF-1.7')).toContain('some other kind of file')
  expect(await refusalOf(feed)).toContain('without an export version')
  expect(await refusalOf(Buffer.from('PK\u0003\u0004rest'))).toContain('Unpack it first')
  expect(await refusalOf(gzipSync(anExport()))).toContain('Unpack it first')
})

test('a version that is none is refused with its line', async () => {
  const text = anExport({ version: 'abc' })

  expect(await refusalOf(text)).toContain(`version "abc" at line ${lineOf(text, 'abc')}.`)
  expect(await refusalOf(anExport({ version: '2.0' }))).toContain('version "2.0"')
  expect(await refusalOf(anExport({ version: '' }))).toContain('version ""')
})

test('entities are never resolved: a declaration with any content is refused, a bare one passes', async () => {
  const bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
  const external = '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname">]>'

  for (const doctype of [
    bomb,
    external,
    '<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd">',
    '<!DOCTYPE rss PUBLIC "a" "b">',
  ]) {
    expect(await refusalOf(withDoctype(doctype))).toMatch(/document type declaration at line 3,/)
  }
  expect(await recordsOf(withDoctype('<!DOCTYPE rss>'))).toMatchObject([{ kind: 'site' }, { title: 'SAFE' }])
})

test('an entity that nobody declared stays as it stands', async () => {
  const records = await recordsOf(anExport({ more: '<item><content:encoded>a&nbsp;b&lol;</content:encoded></item>' }))

  expect(records.at(-1)).toMatchObject({ content: 'a&nbsp;b&lol;' })
})

test(
  'an over-large text is refused before it is held',
  async () => {
    const words = endless('word '.repeat(13_000), 2000)

    await expect(drain(words)).rejects.toThrow(/^The text at line \d+ is too large to be read\.$/)
  },
  SLOW,
)

test(
  'an over-large item is refused with the line it began on',
  async () => {
    const texts = endless(`<excerpt:encoded>${'word '.repeat(200_000)}</excerpt:encoded>`, 200)

    await expect(drain(texts)).rejects.toThrow(`The item at line ${LINE_OF_ITEM} is too large to be read.`)
  },
  SLOW,
)

test(
  'an item with more comments than any site has is refused with the line it began on',
  async () => {
    const comments = endless('<wp:comment></wp:comment>'.repeat(1000), 200)

    await expect(drain(comments)).rejects.toThrow(`The item at line ${LINE_OF_ITEM} is too large to be read.`)
  },
  SLOW,
)

test('items are not piled up while the export has not said its version', async () => {
  let given = 0
  async function* withoutVersion(): AsyncGenerator<Uint8Array> {
    yield* bytesOf('<rss><channel>')
    for (given = 0; given < 100; given += 1) yield* bytesOf('<item></item>'.repeat(1000))
  }

  await expect(drain(withoutVersion())).rejects.toThrow('without an export version')

  expect(given).toBeLessThan(20)
})

test(
  'a file made of small faults is refused',
  async () => {
    const entities = endless('&nothing;'.repeat(1000), 200)

    await expect(drain(entities)).rejects.toThrow(/^The file is damaged at line \d+\./)
  },
  SLOW,
)

test('elements nested without end are refused', async () => {
  expect(await refusalOf(anExport({ more: `${'<a>'.repeat(100)}${'</a>'.repeat(100)}` }))).toMatch(
    /damaged at line \d+/,
  )
})

test('bytes after the end are passed over', async () => {
  expect(await recordsOf(`${anExport({ more: '' })}\n\u0000\u0000Notice: done`)).toHaveLength(1)
  expect(await recordsOf(anExport({ more: anItem() }))).toHaveLength(2)
})
