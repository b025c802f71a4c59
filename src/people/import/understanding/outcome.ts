import type { Field } from '../columns/fields.ts'

/** Something about one cell, in words for whoever knows the person. */
export interface Remark {
  /** Null: about the whole row. */
  readonly field: Field | null
  readonly why: string
}

/** What was made of a cell: a value, or why there is none; and what was assumed or left out on the way. */
export interface Outcome<T> {
  readonly value?: T
  readonly problem?: string
  readonly notice?: string
}
