/** One line of the table. `value` is null when it could not be measured; then `note` says why. */
export interface Figure {
  readonly name: string
  readonly value: number | null
  readonly unit: string
  /** The most it may be, or with `least` the least; missing for what is only told. */
  readonly target?: number
  readonly least?: boolean
  readonly note?: string
  /** Every number behind it. */
  readonly raw?: unknown
}

export const isMissed = ({ value, target, least }: Figure): boolean =>
  value !== null && target !== undefined && (least ? value < target : value > target)

/** A table for people, in plain text. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [['Measured', 'Figure', 'Target', ''], ...figures.map(rowOf)]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function rowOf(figure: Figure): string[] {
  const { name, value, unit, target, least, note = '' } = figure
  const shown = value === null ? 'not measured' : `${rounded(value)} ${unit}`
  const aim = target === undefined ? '' : `${least ? '≥' : '≤'} ${target} ${unit}`
  const verdict = target === undefined || value === null ? '' : isMissed(figure) ? 'missed' : 'met'
  return [name, shown, aim, [verdict, note].filter(Boolean).join('; ')]
}

const rounded = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(4)
