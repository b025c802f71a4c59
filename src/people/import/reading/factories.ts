import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aZip } from '../../../platform/zipFactory.ts'
import { readTable } from './reading.ts'
import type { Row, Table } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'backbench-lists-'))
let count = 0

/** A file with a list, as somebody would send it. */
export function aFile(content: string | Uint8Array): string {
  const place = join(folder, `list-${++count}`)
  writeFileSync(place, content)
  return place
}

export async function rowsIn(table: Table): Promise<readonly Row[]> {
  const rows: Row[] = []
  for await (const some of table.rows()) rows.push(...some)
  return rows
}

/** All that is read of a list: headings, cells, row numbers, remarks. */
export async function read(content: string | Uint8Array, sheet?: number) {
  const table = await readTable(aFile(content), { sheet })
  const rows = await rowsIn(table)
  return {
    headings: table.headings,
    cells: rows.map(({ cells }) => cells),
    numbers: rows.map(({ number }) => number),
    oddities: rows.map(({ oddity }) => oddity).filter((oddity) => oddity !== undefined),
    remarks: table.remarks(),
    sheets: table.sheets,
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Book {
  /** The XML of the rows of each sheet. */
  readonly sheets: Readonly<Record<string, string>>
  readonly texts?: string
  readonly since1904?: boolean
  readonly saidSize?: number
}

/** A workbook as Excel writes it, with three styles: plain, a day by number, a day by words. */
export function aWorkbook({ sheets, texts = '', since1904 = false, saidSize }: Book): Uint8Array {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${LINKS}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${SHEETS}"><numFmts><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${SHEETS}">${texts}</sst>`,
  }
  for (const [i, name] of names.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${SHEETS}"><sheetData>${sheets[name]}</sheetData></worksheet>`
  return aZip(
    Object.entries(parts).map(([name, text]) => ({
      name,
      bytes: Buffer.from(XML + text),
      ...(saidSize !== undefined && name.includes('sheet1') && { saidSize }),
    })),
  )
}

/** A row of texts, as programs other than Excel write them. */
export const aSheetRow = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`).join('')}</row>`
