import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { Child } from './jsx/child.ts'
import { Unseen } from './Unseen.tsx'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => Child
  /** The header is a link that sorts. */
  sortable?: boolean
  /** Right-aligned, with digits of one width. */
  figures?: boolean
  /** At least 11rem wide. */
  wide?: boolean
  /** The heading is for screen readers only, as over a column of buttons. */
  quiet?: boolean
}

export interface Sorting {
  key: string
  direction: 'ascending' | 'descending'
  href: (key: string, direction: 'ascending' | 'descending') => string
}

interface DataTableProps<Row> {
  /** What the table holds; read aloud, and shown above it with `showCaption`. */
  caption: string
  /** The first column names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sorting?: Sorting | undefined
  showCaption?: boolean
  /** Ticks that belong to a form standing elsewhere (see BulkBar). */
  ticks?:
    | { form: string; name: string; value: (row: Row) => string; label: (row: Row) => string; ticked?: boolean }
    | undefined
}

/** Rows turn into cards on a phone. Wider than its place, it scrolls inside a named region that the keyboard reaches. */
export function DataTable<Row>({ caption, columns, rows, sorting, showCaption, ticks }: DataTableProps<Row>) {
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabindex={0}>
      <table class="table cards">
        <caption class={showCaption ? undefined : 'unseen'}>{caption}</caption>
        <thead>
          <tr>
            {ticks && (
              <th class="tick-cell" scope="col">
                <Unseen>Tick</Unseen>
              </th>
            )}
            {columns.map((column) => (
              <Heading column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {ticks && (
                <td class="tick-cell">
                  <input
                    type="checkbox"
                    form={ticks.form}
                    name={ticks.name}
                    value={ticks.value(row)}
                    aria-label={ticks.label(row)}
                    checked={ticks.ticked ?? false}
                  />
                </td>
              )}
              {columns.map((column, index) => (
                <Cell column={column} row={row} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const name = classes(column.figures && 'r', column.wide && 'wide')
  if (!column.sortable || !sorting) {
    return (
      <th scope="col" class={name}>
        {column.quiet ? <Unseen>{column.label}</Unseen> : column.label}
      </th>
    )
  }
  const now = sorting.key === column.key ? sorting.direction : undefined
  return (
    <th scope="col" class={name} aria-sort={now}>
      <a href={sorting.href(column.key, now === 'ascending' ? 'descending' : 'ascending')}>
        {column.label}
        {now && <Icon name={now === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
      </a>
    </th>
  )
}

function Cell<Row>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  const name = classes(column.figures && 'r num', column.wide && 'wide')
  return first ? (
    <th scope="row" class={name}>
      {column.cell(row)}
    </th>
  ) : (
    <td class={name} data-l={column.quiet ? undefined : column.label}>
      {column.cell(row)}
    </td>
  )
}
