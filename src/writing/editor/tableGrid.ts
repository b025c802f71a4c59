import type { Node } from 'prosemirror-model'

/** A cell and where it stands; cells may reach over several rows and columns. */
export interface Placed {
  readonly cell: Node
  readonly top: number
  readonly left: number
}

/** A table as rows and columns. */
export interface Grid {
  readonly table: Node
  readonly rows: readonly Node[]
  readonly width: number
  readonly cells: readonly Placed[]
}

const heightOf = ({ cell }: Placed): number => Number(cell.attrs['rowspan'])
const widthOf = ({ cell }: Placed): number => Number(cell.attrs['colspan'])
const covers = (start: number, length: number, at: number) => start <= at && at < start + length

/** Where each cell stands (HTML Living Standard §4.9.12: a cell takes the first free place of its row). */
export function gridOf(table: Node): Grid {
  const cells: Placed[] = []
  const taken = new Set<string>()
  let width = 0
  table.forEach((row, _offset, top) => {
    let left = 0
    row.forEach((cell) => {
      while (taken.has(`${top} ${left}`)) left++
      const placed = { cell, top, left }
      cells.push(placed)
      for (let y = top; y < top + heightOf(placed); y++)
        for (let x = left; x < left + widthOf(placed); x++) taken.add(`${y} ${x}`)
      left += widthOf(placed)
      width = Math.max(width, left)
    })
  })
  return { table, rows: table.children, width, cells }
}

/** Whether every place of the table belongs to a cell, and no cell reaches over its edge. */
export function isWhole({ rows, width, cells }: Grid): boolean {
  const places = cells.reduce((sum, placed) => sum + heightOf(placed) * widthOf(placed), 0)
  return places === rows.length * width && cells.every((placed) => placed.top + heightOf(placed) <= rows.length)
}

/** The cell that covers a place. */
export const cellAt = ({ cells }: Grid, row: number, column: number): Placed | undefined =>
  cells.find((placed) => covers(placed.top, heightOf(placed), row) && covers(placed.left, widthOf(placed), column))

/** A row more, after row `at`. Below a row of headings stand plain cells. */
export function withRowAfter(grid: Grid, at: number): Node {
  const reaching = (placed: Placed) => placed.top <= at && placed.top + heightOf(placed) > at + 1
  const isHeadings = grid.cells.every(({ cell, top }) => top !== at || isHeading(cell))
  const moved = grid.cells.map((placed) => {
    if (reaching(placed)) return resized(placed, 'rowspan', 1)
    return placed.top > at ? { ...placed, top: placed.top + 1 } : placed
  })
  const added: Placed[] = []
  for (let left = 0; left < grid.width; left++) {
    const above = cellAt(grid, at, left)
    if (above && !reaching(above)) added.push({ cell: emptyLike(above.cell, isHeadings), top: at + 1, left })
  }
  const rows = grid.rows.toSpliced(at + 1, 0, grid.rows[at]!.type.create())
  return tableOf({ ...grid, rows, cells: [...moved, ...added] })
}

/** A column more, after column `at`. */
export function withColumnAfter(grid: Grid, at: number): Node {
  const reaching = (placed: Placed) => placed.left <= at && placed.left + widthOf(placed) > at + 1
  const moved = grid.cells.map((placed) => {
    if (reaching(placed)) return resized(placed, 'colspan', 1)
    return placed.left > at ? { ...placed, left: placed.left + 1 } : placed
  })
  const added: Placed[] = []
  for (let top = 0; top < grid.rows.length; top++) {
    const beside = cellAt(grid, top, at)
    if (beside && !reaching(beside)) added.push({ cell: emptyLike(beside.cell, false), top, left: at + 1 })
  }
  return tableOf({ ...grid, cells: [...moved, ...added] })
}

/** A row less; undefined when it was the last. What reaches further down than this row stays. */
export function withoutRow(grid: Grid, at: number): Node | undefined {
  if (grid.rows.length === 1) return undefined
  const cells = grid.cells.flatMap((placed) => {
    if (!covers(placed.top, heightOf(placed), at)) return placed.top > at ? { ...placed, top: placed.top - 1 } : placed
    return heightOf(placed) === 1 ? [] : resized(placed, 'rowspan', -1)
  })
  return tableOf({ ...grid, rows: grid.rows.toSpliced(at, 1), cells })
}

/** A column less; undefined when it was the last. */
export function withoutColumn(grid: Grid, at: number): Node | undefined {
  if (grid.width === 1) return undefined
  const cells = grid.cells.flatMap((placed) => {
    if (!covers(placed.left, widthOf(placed), at))
      return placed.left > at ? { ...placed, left: placed.left - 1 } : placed
    return widthOf(placed) === 1 ? [] : resized(placed, 'colspan', -1)
  })
  return tableOf({ ...grid, cells })
}

const isHeading = (cell: Node) => cell.type.spec['tableRole'] === 'header_cell'

function emptyLike(cell: Node, plain: boolean): Node {
  const { table_cell: plainCell, paragraph } = cell.type.schema.nodes
  return (plain ? plainCell! : cell.type).create(null, paragraph!.create())
}

const resized = (placed: Placed, name: 'rowspan' | 'colspan', by: 1 | -1): Placed => ({
  ...placed,
  cell: placed.cell.type.create({ ...placed.cell.attrs, [name]: placed.cell.attrs[name] + by }, placed.cell.content),
})

/** Throws a RangeError when a row would have no cell of its own. */
function tableOf({ table, rows, cells }: Grid): Node {
  const filled = rows.map((row, at) => {
    const own = cells.filter(({ top }) => top === at).toSorted((a, b) => a.left - b.left)
    return row.type.createChecked(
      row.attrs,
      own.map(({ cell }) => cell),
    )
  })
  return table.type.createChecked(table.attrs, filled)
}
