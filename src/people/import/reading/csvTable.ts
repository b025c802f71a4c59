import { Refusal } from '../../../platform/refusal.ts'
import { plural } from '../../../ui/words.ts'
import { charsetOf, type Charset, decoded } from './charset.ts'
import { unmangled } from './mojibake.ts'
import { recordsOf } from './records.ts'
import { separatorOf, sepHint } from './separators.ts'
import { tableOf } from './tables.ts'
import type { OpenFile, Row, Table } from './table.ts'

/** Characters from which separator and headings are guessed. */
const BEGINNING = 64 * 1024

/** Reads a list with separated values, whatever wrote it. */
export async function readCsv(open: OpenFile): Promise<Table> {
  const charset = await charsetOf(open)
  const { separator, skip, blank } = await beginningOf(open, charset)
  if (blank) throw new Refusal('This file is empty. Choose the file with your list.', 422)
  let mended = 0
  const cell = (value: string): string => {
    const right = unmangled(value)
    if (right !== null) mended++
    return unwrapped(right ?? value)
  }
  const table = await tableOf(async function* () {
    mended = 0
    for await (const rows of recordsOf(from(decoded(open, charset), skip), separator))
      yield rows.map((row): Row => ({ ...row, cells: row.cells.map(cell) }))
  })
  const remarks = () => [...charsetRemark(charset), ...(mended ? [mendedRemark(mended)] : []), ...table.remarks()]
  return { ...table, remarks }
}

async function beginningOf(open: OpenFile, charset: Charset) {
  let text = ''
  for await (const piece of decoded(open, charset)) {
    text += piece.replaceAll('\0', '')
    if (text.length >= BEGINNING) break
  }
  const hint = sepHint(text)
  const rest = text.slice(hint?.length ?? 0)
  return { separator: hint?.separator ?? separatorOf(rest), skip: hint?.length ?? 0, blank: rest.trim() === '' }
}

/** The text without its first characters. */
async function* from(pieces: AsyncIterable<string>, skip: number): AsyncGenerator<string> {
  let left = skip
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.slice(left)
    left = Math.max(0, left - piece.length)
  }
}

/** `="0042"` is how some programs keep Excel from eating a zero. Other formulas stay the text they are. */
const unwrapped = (cell: string): string => (cell.startsWith('="') ? cell.replace(/^="([^"]*)"$/, '$1') : cell)

const charsetNames: Readonly<Partial<Record<Charset, string>>> = {
  'windows-1252': 'an older Windows character set',
  macroman: 'an older Macintosh character set',
}

function charsetRemark(charset: Charset): readonly string[] {
  const name = charsetNames[charset]
  return name
    ? [
        `The file is in ${name}. Look whether names with accents are right: what it cannot write became a question mark.`,
      ]
    : []
}

const mendedRemark = (count: number): string =>
  `${plural(count, 'cell')} had letters written wrongly by another program (like “SiÃ¢n” for “Siân”). We put them right.`
