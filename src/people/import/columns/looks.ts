import type { Row } from '../reading/table.ts'

/** What the cells of one column look like, from many rows. */
export interface ColumnLook {
  readonly heading: string
  /** The first three different values. */
  readonly samples: readonly string[]
  readonly filled: number
  /** How many of the filled cells look like each thing. */
  readonly like: Readonly<Record<Likeness, number>>
}

export type Likeness = 'email' | 'phone' | 'postcode' | 'day' | 'yesNo' | 'figures' | 'wholeName' | 'long'
const SAMPLES = 3
const SAMPLE_LENGTH = 80

const LOOKS: Readonly<Record<Likeness, RegExp>> = {
  email: /^[^\s@]*<?[^\s@]+@[^\s@]+\.[^\s@]+$|<\S+@\S+>/,
  phone: /^(?:\+|00|\(?0)[\d\s().-]{8,18}$|^7\d{9}$/,
  postcode: /^\s*[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\s*$/i,
  day: /^(?:\d{1,4}[/.-](?:\d{1,2}|\p{L}{3,9})[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9} \d{2,4})$/u,
  yesNo: /^(?:y|n|yes|no|true|false|[01]|unknown|x|✓)$/i,
  figures: /^#?[A-Z]{0,3}-?\d{1,9}$/i,
  wholeName: /^(?:\p{Lu}[\p{L}\p{M}'’.-]*,? ){1,3}\p{Lu}[\p{L}\p{M}'’-]+$/u,
  long: /^.{60,}$/s,
}

/** Looks at the columns of many rows, to guess what they hold. */
export class ColumnLooks {
  readonly #columns: readonly {
    heading: string
    samples: Set<string>
    filled: number
    like: Record<Likeness, number>
  }[]

  constructor(headings: readonly string[]) {
    this.#columns = headings.map((heading) => ({ heading, samples: new Set(), filled: 0, like: noneLike() }))
  }

  add(rows: readonly Row[]): void {
    for (const { cells } of rows) {
      for (const [i, column] of this.#columns.entries()) {
        const value = cells[i]?.trim()
        if (!value) continue
        column.filled++
        if (column.samples.size < SAMPLES) column.samples.add(value.slice(0, SAMPLE_LENGTH))
        for (const kind of likenesses) if (LOOKS[kind].test(value)) column.like[kind]++
      }
    }
  }

  get found(): readonly ColumnLook[] {
    return this.#columns.map(({ samples, ...column }) => ({ ...column, samples: [...samples] }))
  }
}

const likenesses = Object.keys(LOOKS) as readonly Likeness[]
const noneLike = (): Record<Likeness, number> =>
  Object.fromEntries(likenesses.map((kind) => [kind, 0])) as Record<Likeness, number>
