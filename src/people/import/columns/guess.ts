import { type Field, mayHaveMany } from './fields.ts'
import { fieldOfHeading, headingWords } from './headingWords.ts'
import type { ColumnLook, Likeness } from './looks.ts'

/** For each column, in order: which field it is; null is left out. */
export type Mapping = readonly (Field | null)[]

export interface Guess {
  readonly heading: string
  readonly field: Field | null
  /** From 0 to 1. Below a half, somebody should look. */
  readonly sure: number
  readonly samples: readonly string[]
}

/** Which field each column is, from its heading and its values. The surest take a field first; few fields may be taken twice. */
export function guessColumns(looks: readonly ColumnLook[]): readonly Guess[] {
  const wishes = looks
    .flatMap((look, column) => wishesOf(look).map((wish) => ({ column, ...wish })))
    .toSorted((a, b) => b.sure - a.sure || a.column - b.column)
  const fields: (Wish | undefined)[] = looks.map(() => undefined)
  const taken = new Set<Field>()
  for (const { column, field, sure } of wishes) {
    if (fields[column] || (taken.has(field) && !mayHaveMany(field))) continue
    if (excludes(field).some((other) => taken.has(other))) continue
    fields[column] = { field, sure }
    taken.add(field)
  }
  return looks.map(({ heading, samples }, i) => ({
    heading,
    samples,
    field: fields[i]?.field ?? null,
    sure: fields[i]?.sure ?? 0,
  }))
}

/** Remembered for lists with the same headings, in whatever order. */
export const signatureOf = (headings: readonly string[]): string => headings.map(headingWords).toSorted().join('|')

interface Wish {
  readonly field: Field
  readonly sure: number
}

/** What the heading says, weighed by the values; and what the values say when the heading says nothing. */
function wishesOf(look: ColumnLook): readonly Wish[] {
  const said = fieldOfHeading(look.heading)
  const wishes = said ? [{ field: said.field, sure: weighed(said, look) }] : []
  const seen = Object.entries(FROM_VALUES).flatMap(([likeness, { field, least, sure }]) =>
    share(look, likeness as Likeness) >= least ? [{ field, sure }] : [],
  )
  return [...wishes, ...consentWish(look, said?.field), ...seen].filter(({ sure }) => sure >= LEAST_SURE)
}

const LEAST_SURE = 0.3

/** What values alone make of a column. */
const FROM_VALUES: Readonly<Partial<Record<Likeness, { field: Field; least: number; sure: number }>>> = {
  email: { field: 'email', least: 0.6, sure: 0.85 },
  postcode: { field: 'postcode', least: 0.5, sure: 0.8 },
  phone: { field: 'phone', least: 0.5, sure: 0.7 },
  wholeName: { field: 'name', least: 0.6, sure: 0.45 },
}

/** The likeness that a field's values should have. */
const EXPECTED: Readonly<Partial<Record<Field, Likeness>>> = {
  email: 'email',
  postcode: 'postcode',
  phone: 'phone',
  joined_on: 'day',
  left_on: 'day',
  renews_on: 'day',
  newsletter_on: 'day',
}
/** Values that a field never has. */
const UNEXPECTED: Readonly<Partial<Record<Field, readonly Likeness[]>>> = {
  name: ['email', 'figures', 'day', 'yesNo'],
  first_name: ['email', 'figures', 'day'],
  last_name: ['email', 'figures', 'day'],
  kind: ['day', 'email'],
  title: ['long', 'email'],
  their_id: ['long', 'email'],
  newsletter: ['email'],
  address: ['email'],
}

/** A heading is believed less when its values are of another kind, and most when they are of its own. */
function weighed({ field, sure }: Wish, look: ColumnLook): number {
  if (!look.filled) return sure * 0.8
  if ((UNEXPECTED[field] ?? []).some((likeness) => share(look, likeness) > 0.5)) return sure * 0.25
  const expected = EXPECTED[field]
  if (!expected) return sure * 0.9
  return sure * (share(look, expected) > 0.3 ? 1 : 0.6)
}

/** "Email?" over yes and no asks whether one may write. */
const consentWish = (look: ColumnLook, said: Field | undefined): readonly Wish[] =>
  said === 'email' && share(look, 'yesNo') > 0.6 ? [{ field: 'newsletter', sure: 0.6 }] : []

const share = ({ filled, like }: ColumnLook, likeness: Likeness): number => (filled ? like[likeness] / filled : 0)

/** A list has whole names or names in parts. */
const excludes = (field: Field): readonly Field[] =>
  field === 'name' ? ['last_name'] : field === 'last_name' ? ['name'] : []
