import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { anExport, recordsOf, recordsOfKind } from './factories.ts'

const title = 'Growers’ café – “naïve” £5'

async function titleIn(bytes: Uint8Array): Promise<string | undefined> {
  return (await recordsOfKind('site', bytes))[0]?.title
}

function declaring(encoding: string): string {
  return anExport({ title }).replace('encoding="UTF-8"', `encoding="${encoding}"`)
}

test('UTF-8 is read with and without a byte order mark, after blank lines, and without a declaration', async () => {
  const text = anExport({ title })

  for (const variant of [
    text,
    `\uFEFF${text}`,
    `\uFEFF\n\n${text}`,
    `\n \n${text}`,
    `${'\n'.repeat(4090)}${text}`,
    text.replace(/^<\?xml.*\?>/, ''),
  ]) {
    expect(await titleIn(Buffer.from(variant))).toBe(title)
  }
})

test('UTF-16 is read in both byte orders, with and without a mark, whatever it declares', async () => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    for (const addBOM of [true, false]) {
      expect(await titleIn(iconv.encode(declaring('UTF-16'), encoding, { addBOM }))).toBe(title)
      expect(await titleIn(iconv.encode(`\n${declaring('UTF-8')}`, encoding, { addBOM }))).toBe(title)
    }
  }
})

test('what is declared as ISO-8859-1 or Windows-1252 is read as Windows-1252, and nothing counts as repaired', async () => {
  for (const declared of ['ISO-8859-1', 'iso-8859-1', 'windows-1252', 'us-ascii', 'latin1']) {
    const records = await recordsOf(iconv.encode(declaring(declared), 'windows-1252'))
    expect(records).toMatchObject([{ kind: 'site', title }])
  }
})

test('other encodings that are known are read', async () => {
  const text = anExport({ title: 'Działki' }).replace('UTF-8', 'ISO-8859-2')

  expect(await titleIn(iconv.encode(text, 'iso-8859-2'))).toBe('Działki')
})

test('Windows-1252 bytes in a file that says UTF-8 are repaired one by one and counted', async () => {
  const [before = '', after = ''] = anExport({ title: 'café HERE' }).split('HERE')
  const mixed = Buffer.concat([
    Buffer.from(before.replace('<rss', `<!-- ${'longer than the head of the file – '.repeat(200)} -->\n<rss`)),
    iconv.encode('£5 – “yes”', 'windows-1252'),
    Buffer.from(after),
  ])

  for (const size of [1, 3, 65_536]) {
    const records = await recordsOf(mixed, size)
    expect(records[0]).toMatchObject({ kind: 'site', title: 'café £5 – “yes”' })
    expect(records.at(-1)).toEqual({ kind: 'encoding', declared: 'UTF-8', repairedBytes: 4 })
  }
})

test('control characters are dropped', async () => {
  const [item] = await recordsOfKind(
    'item',
    anExport({ items: [{ content: 'a\u0000b\u0008c\u000Bd\u001Fe\tf\uFFFE' }] }),
  )

  expect(item?.content).toBe('abcde\tf')
})

test('an unknown encoding is refused by name', async () => {
  for (const declared of ['EBCDIC-9', 'base64', 'hex', 'utf-7']) {
    await expect(recordsOf(declaring(declared)), declared).rejects.toThrow(
      new Refusal(
        `The file says at line 1 that its text is encoded as "${declared}", which is not known here. Save it as UTF-8 first.`,
        422,
      ),
    )
  }
  await expect(recordsOf(Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0))).rejects.toThrow('UTF-32')
})
