import type { Node, ResolvedPos } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { Plugin, TextSelection } from 'prosemirror-state'
import { isHistoryTransaction } from 'prosemirror-history'
import { editorSchema } from './domSchema.ts'
import type { Grid, Placed } from './tableGrid.ts'
import { cellAt, gridOf, isWhole, withColumnAfter, withoutColumn, withoutRow, withRowAfter } from './tableGrid.ts'

interface Here {
  readonly grid: Grid
  /** Before the table. */
  readonly pos: number
  readonly placed: Placed
}

/** The innermost table around the cursor, and the cell it is in. */
export function tableHere({ $head }: { $head: ResolvedPos }): Here | undefined {
  for (let depth = $head.depth; depth > 1; depth--) {
    if ($head.node(depth - 2)?.type !== editorSchema.nodes.table) continue
    const grid = gridOf($head.node(depth - 2))
    const placed = grid.cells.find(({ cell, top }) => cell === $head.node(depth) && top === $head.index(depth - 2))
    return placed && { grid, pos: $head.before(depth - 2), placed }
  }
  return undefined
}

/** Two columns of headings above two rows, with the cursor in the first cell. */
export const insertTable: Command = (state, dispatch) => {
  const { table, table_row: row, table_cell: cell, table_header: header, paragraph } = editorSchema.nodes
  if (tableHere(state.selection)) return false
  const three = (type: typeof cell) => [0, 1, 2].map(() => type.create(null, paragraph.create()))
  const node = table.create(null, [
    row.create(null, three(header)),
    row.create(null, three(cell)),
    row.create(null, three(cell)),
  ])
  if (dispatch) {
    const tr = state.tr.replaceSelectionWith(node)
    const at = placeOf(tr.doc, node) ?? tr.selection.from
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView())
  }
  return true
}

export const rowAfter = changing(({ grid, placed }) => withRowAfter(grid, bottomOf(placed)), [1, 0])
export const columnAfter = changing(({ grid, placed }) => withColumnAfter(grid, rightOf(placed)), [0, 1])
export const removeRow = changing(({ grid, placed }) => withoutRow(grid, placed.top), [0, 0])
export const removeColumn = changing(({ grid, placed }) => withoutColumn(grid, placed.left), [0, 0])

const bottomOf = ({ cell, top }: Placed) => top + Number(cell.attrs['rowspan']) - 1
const rightOf = ({ cell, left }: Placed) => left + Number(cell.attrs['colspan']) - 1

export const removeTable: Command = (state, dispatch) => {
  const here = tableHere(state.selection)
  if (here) dispatch?.(state.tr.delete(here.pos, here.pos + here.grid.table.nodeSize).scrollIntoView())
  return here !== undefined
}

/** The table made anew, the cursor that many rows and columns further. A table without its last row or column is gone. */
function changing(change: (here: Here) => Node | undefined, [down, right]: readonly [number, number]): Command {
  return (state, dispatch) => {
    const here = tableHere(state.selection)
    if (!here || !dispatch) return here !== undefined
    const table = made(() => change(here))
    if (table === null) return false
    if (!table) return removeTable(state, dispatch)
    const { pos, grid, placed } = here
    const tr = state.tr.replaceWith(pos, pos + grid.table.nodeSize, table)
    const at = Math.min(placed.top + down, table.childCount - 1)
    dispatch(
      inCell(tr, pos, cellAt(gridOf(table), at, placed.left + right) ?? gridOf(table).cells[0]!).scrollIntoView(),
    )
    return true
  }
}

/** Null where cells reach over so many rows that one would be left with none. */
function made(change: () => Node | undefined): Node | undefined | null {
  try {
    return change()
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

function inCell(tr: Transaction, pos: number, { cell }: Placed): Transaction {
  const table = tr.doc.nodeAt(pos)!
  return tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1 + (placeOf(table, cell) ?? 0) + 1)))
}

/** Where a node stands within another. */
function placeOf(within: Node, sought: Node): number | undefined {
  let found: number | undefined
  within.descendants((node, pos) => {
    if (node === sought) found = pos
    return found === undefined
  })
  return found
}

/** To the next cell, or the one before. At the table's end the key means what it means elsewhere: nobody is kept in. */
export const toCell =
  (step: 1 | -1): Command =>
  (state, dispatch) => {
    const here = tableHere(state.selection)
    const next = here?.grid.cells[here.grid.cells.indexOf(here.placed) + step]
    if (!here || !next) return false
    dispatch?.(inCell(state.tr, here.pos, next).scrollIntoView())
    return true
  }

/** Nothing that is typed or pasted over several cells may leave a table with rows of unequal length. */
export const wholeTables = new Plugin({
  filterTransaction: (tr, state) =>
    !tr.docChanged || isHistoryTransaction(tr) || brokenTables(tr.doc) <= brokenTables(state.doc),
})

function brokenTables(doc: EditorState['doc']): number {
  let broken = 0
  doc.descendants((node) => {
    if (node.type === editorSchema.nodes.table && !known(node)) broken++
    return !node.isTextblock
  })
  return broken
}

/** Nodes never change, so each table is looked at once. */
function known(table: Node): boolean {
  const before = looked.get(table)
  if (before !== undefined) return before
  const whole = isWhole(gridOf(table))
  looked.set(table, whole)
  return whole
}
const looked = new WeakMap<Node, boolean>()
