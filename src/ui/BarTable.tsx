import { classes } from './classes.ts'
import type { Child } from './jsx/child.ts'
import { number } from './words.ts'

export interface Bar {
  label: Child
  value: number
  /** As it is to be read; the number itself when left out. */
  shown?: string
  /** `high` stands out, `over` is past the target. */
  tone?: 'high' | 'over' | undefined
}

interface BarTableProps {
  /** What it shows, in a sentence: read aloud, and shown above. */
  caption: string
  /** Headings of the two columns. */
  columns: readonly [string, string]
  rows: readonly Bar[]
  /** Where a dashed line stands in every row. */
  target?: number | undefined
  /** The bars' whole width; the largest value when left out. */
  max?: number | undefined
  /** The caption is for screen readers only, as below a heading that says the same. */
  quiet?: boolean
}

/** Ranked bars as a real table: it reflows, reads aloud, prints, and copies into a spreadsheet. */
export function BarTable({ caption, columns, rows, target, max, quiet }: BarTableProps) {
  const whole = Math.max(max ?? 0, target ?? 0, ...rows.map(({ value }) => value)) || 1
  return (
    <table class="bars">
      <caption class={quiet ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, shown, tone }) => (
          <tr class={classes(tone)}>
            <th scope="row">{label}</th>
            <td>
              <span class="bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={share(value, whole)} height={10} />
                  {target !== undefined && (
                    <line
                      x1={share(target, whole)}
                      x2={share(target, whole)}
                      y2={10}
                      vector-effect="non-scaling-stroke"
                    />
                  )}
                </svg>
                <span>{shown ?? number(value)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const share = (value: number, whole: number): number => Math.round((Math.max(0, value) / whole) * 1000) / 10
