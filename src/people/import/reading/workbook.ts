import { Refusal } from '../../../platform/refusal.ts'
import { openZip, type Zip } from '../../../platform/zip.ts'
import { isDayFormat } from './excelDays.ts'
import { elementsOf, localName } from './sheetXml.ts'

/** What one needs to know of a workbook before its sheets can be read (ECMA-376 part 1, chapter 18). */
export interface Workbook {
  readonly zip: Zip
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  /** By a cell's style: whether it shows a day. */
  readonly showsDay: readonly boolean[]
  readonly since1904: boolean
}

/** Bytes, unpacked: what a sheet with a million people has. More is a bomb, or no list. */
export const LARGEST_PART = 1024 ** 3
const LARGEST_TEXTS = 256 * 1024 ** 2
const LARGEST_SMALL_PART = 16 * 1024 ** 2

export async function openWorkbook(place: string): Promise<Workbook> {
  const zip = await openZip(place)
  try {
    if (!zip.entries.some(({ name }) => name === 'xl/workbook.xml')) throw notAWorkbook(zip)
    const { sheets, since1904 } = await sheetsOf(zip)
    if (!sheets.length) throw new Refusal('This workbook has no sheet with cells.', 422)
    return { zip, sheets, since1904, showsDay: await dayStylesOf(zip) }
  } catch (error) {
    await zip.close()
    throw error
  }
}

function notAWorkbook({ entries }: Zip): Refusal {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('content.xml') && names.has('mimetype'))
    return new Refusal('This is an OpenDocument file. Open it, choose “Save as”, and save it as .xlsx or .csv.', 415)
  if (names.has('Index/Document.iwa') || names.has('Index.zip'))
    return new Refusal('This is a Numbers file. Open it, choose “Export to”, and make it .xlsx or .csv.', 415)
  return new Refusal('This is a zip file, but no Excel workbook. Unpack it and choose the list that is in it.', 415)
}

async function sheetsOf(zip: Zip) {
  const targets = new Map<string, string>()
  for await (const { name, attributes } of elementsOf(zip, 'xl/_rels/workbook.xml.rels', LARGEST_SMALL_PART))
    if (name === 'Relationship' && attributes['Type']?.endsWith('/worksheet'))
      targets.set(attributes['Id'] ?? '', partName(attributes['Target'] ?? ''))
  const sheets: { name: string; part: string }[] = []
  let since1904 = false
  for await (const { name, attributes, closes } of elementsOf(zip, 'xl/workbook.xml', LARGEST_SMALL_PART)) {
    if (closes) continue
    if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
    const id = Object.entries(attributes).find(([key]) => localName(key) === 'id' && key !== 'id')?.[1]
    const part = name === 'sheet' && targets.get(id ?? '')
    if (part) sheets.push({ name: attributes['name'] || `Sheet ${sheets.length + 1}`, part })
  }
  return { sheets, since1904 }
}

const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** The texts that cells refer to by their number. The readings that Japanese texts have beside them (rPh) are not part of them. */
export async function textsOf(zip: Zip): Promise<readonly string[]> {
  const texts: string[] = []
  let parts: string[] = []
  let reading = false
  for await (const { name, closes, text } of elementsOf(zip, 'xl/sharedStrings.xml', LARGEST_TEXTS)) {
    if (name === 'rPh') reading = !closes
    if (name === 't' && closes && !reading) parts.push(text)
    if (name !== 'si' || !closes) continue
    texts.push(unescaped(parts.join('')))
    parts = []
  }
  return texts
}

/** Excel writes characters that XML cannot hold as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

async function dayStylesOf(zip: Zip): Promise<readonly boolean[]> {
  const codes = new Map<number, string>()
  const showsDay: boolean[] = []
  let inCells = false
  for await (const { name, attributes, closes } of elementsOf(zip, 'xl/styles.xml', LARGEST_SMALL_PART)) {
    if (name === 'cellXfs') inCells = !closes
    if (closes) continue
    if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    const id = Number(attributes['numFmtId'] ?? 0)
    if (name === 'xf' && inCells) showsDay.push(isDayFormat(id, codes.get(id)))
  }
  return showsDay
}
