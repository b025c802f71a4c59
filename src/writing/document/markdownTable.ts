import type { StateBlock } from 'markdown-it'
import type { BlockRule } from './markdownBlocks.ts'
import { isOutside, lineAt } from './markdownBlocks.ts'

const DEEPEST_TABLE = 8
const CELL = /^([|!])(?:\{(?:(\d{1,3}) columns?)?(?:, )?(?:(\d{1,3}) rows?)?\})?(?: (.*))?$/

interface CellText {
  readonly tag: 'td' | 'th'
  readonly colspan: string | undefined
  readonly rowspan: string | undefined
  readonly lines: string[]
}

/**
 * The long form of a table, for cells that a row of `|` cannot hold:
 *
 *     {|
 *     !{2 columns} A heading over two columns
 *     |-
 *     | A cell
 *
 *       with a second paragraph, two spaces in
 *     | The next cell
 *     |}
 */
export const longTable: BlockRule = (state, start, end) => {
  if (lineAt(state, start) !== '{|' || depthOf(state) >= DEEPEST_TABLE) return null
  const found = readRows(state, start, end)
  if (found === null) return null
  return () => {
    state.push('table_open', 'table', 1)
    for (const row of found.rows) pushRow(state, row)
    state.push('table_close', 'table', -1)
    return found.after
  }
}

/** The rows up to `|}`; null when a line is neither a part of the table nor indented, or the end is missing. */
function readRows(state: StateBlock, start: number, end: number): { rows: CellText[][]; after: number } | null {
  const rows: CellText[][] = []
  for (let line = start + 1; line < end && !isOutside(state, line); line++) {
    const whole = textFrom(state, line)
    const text = whole.trimEnd()
    if (text === '|}') return { rows: rows.filter((row) => row.length > 0), after: line + 1 }
    if (text === '|-') rows.push([])
    else if (text === '' || text.startsWith('  ')) rows.at(-1)?.at(-1)?.lines.push(whole.slice(2))
    else if (!addCell(rows, text)) return null
  }
  return null
}

function addCell(rows: CellText[][], text: string): boolean {
  const match = CELL.exec(text)
  if (match === null) return false
  const [, marker, colspan, rowspan, first = ''] = match
  if (rows.length === 0) rows.push([])
  rows.at(-1)?.push({ tag: marker === '!' ? 'th' : 'td', colspan, rowspan, lines: [first] })
  return true
}

function pushRow(state: StateBlock, cells: readonly CellText[]): void {
  state.push('tr_open', 'tr', 1)
  for (const cell of cells) {
    const opening = state.push(`${cell.tag}_open`, cell.tag, 1)
    if (cell.colspan !== undefined) opening.attrSet('colspan', cell.colspan)
    if (cell.rowspan !== undefined) opening.attrSet('rowspan', cell.rowspan)
    const env: Record<string, unknown> = state.env
    env['tableDepth'] = depthOf(state) + 1
    state.md.block.parse(cell.lines.join('\n'), state.md, state.env, state.tokens)
    env['tableDepth'] = depthOf(state) - 1
    state.push(`${cell.tag}_close`, cell.tag, -1)
  }
  state.push('tr_close', 'tr', -1)
}

function depthOf(state: StateBlock): number {
  const depth: unknown = (state.env as Record<string, unknown>)['tableDepth']
  return typeof depth === 'number' ? depth : 0
}

/** The line with the indentation it has beyond the block it stands in. */
function textFrom(state: StateBlock, line: number): string {
  return state.getLines(line, line + 1, state.blkIndent, false)
}
