import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../platform/refusal.ts'
import { openZip } from '../../../platform/zip.ts'
import { aZip } from '../../../platform/zipFactory.ts'
import { aFile, aSheetRow, aWorkbook, read } from './factories.ts'
import { elementsOf } from './sheetXml.ts'

const sentenceOf = async (content: string | Uint8Array): Promise<string> => {
  const error: unknown = await read(content).catch((problem: unknown) => problem)
  if (!(error instanceof Refusal)) throw new Error(`It was not refused: ${JSON.stringify(error)}`)
  return error.message
}
const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(3000)])

describe('what is no list is refused in a sentence', () => {
  test.each([
    ['an empty file', '', /empty/],
    ['blank lines', '\uFEFF\r\n\r\n', /empty/],
    ['headings alone', 'Name,Email,Town\n', /no rows below/],
    ['a PDF', '%PDF-1.7\n', /PDF/],
    ['a web page called .xls', '<html><table><tr><td>Ann</td></tr></table>', /web page/],
    ['address cards', 'BEGIN:VCARD\nFN:Ann\nEND:VCARD\n', /address cards/],
    ['an old workbook', compound, /old kind/],
    ['a workbook with a password', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), /password/],
    ['a picture', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7) % 256)), /does not look like a list/],
    ['a zip', aZip([{ name: 'a.txt', bytes: Buffer.from('a') }]), /no Excel workbook/],
    [
      'a spreadsheet of LibreOffice',
      aZip([
        { name: 'mimetype', bytes: Buffer.from('') },
        { name: 'content.xml', bytes: Buffer.from('') },
      ]),
      /OpenDocument/,
    ],
    ['a broken workbook', aWorkbook({ sheets: { A: '<row><c' } }), /damaged/],
    ['a cut workbook', aWorkbook({ sheets: { A: '' } }).subarray(0, 300), /damaged/],
    ['a line without end', `Name,Email\n${'x,'.repeat(600_000)}`, /row 2.*longer than a million/],
    ['too many columns', `${'Name,'.repeat(400)}\nAnn\n`, /more than 300 columns/],
  ])('%s', async (_, content, sentence) => {
    expect(await sentenceOf(content)).toMatch(sentence)
  })
})

test('a workbook that says a small size and holds a large one is refused', async () => {
  const rows = Array.from({ length: 1000 }, (_, i) => aSheetRow(i + 1, ['Ann', 'ann@example.org'])).join('')

  expect(await sentenceOf(aWorkbook({ sheets: { A: rows }, saidSize: 100 }))).toMatch(/damaged/)
})

test('a text or a part that unpacks to more than any list needs is refused before it fills the memory', async () => {
  const texts = `<si><t>${' '.repeat(2 * 1024 ** 2)}</t></si>`

  expect(await sentenceOf(aWorkbook({ sheets: { A: aSheetRow(1, ['a']) }, texts }))).toMatch(/unpacks to more/)
  const zip = await openZip(aFile(aZip([{ name: 'a.xml', bytes: Buffer.from(`<a>${'<b/>'.repeat(500)}</a>`) }])))
  const all = async () => {
    for await (const element of elementsOf(zip, 'a.xml', 1000)) expect(element.name).toMatch(/[ab]/)
  }
  await expect(all()).rejects.toThrow(/unpacks to more/)
  await zip.close()
})

test('entities that grow without end are refused', async () => {
  const book = aZip([
    { name: 'xl/workbook.xml', bytes: Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><workbook>&a;</workbook>') },
  ])

  expect(await sentenceOf(book)).toMatch(/damaged/)
})
