import type { CsvTable } from '../../platform/csv.ts'

interface Row {
  readonly day: string
  readonly title: string | null
  readonly path: string
  readonly referrer: string
  readonly reads: number
}

/** The counts as a table. */
export const readsTable = (rows: readonly Row[]): CsvTable<unknown[][]> => ({
  columns: ['day', 'page', 'address', 'came from', 'reads'],
  rows: rows.map(({ day, title, path, referrer, reads }) => [day, title, path, referrer, reads]),
})
