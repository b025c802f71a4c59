import { z } from 'zod'
import type { Errors, Typed } from '../../platform/forms.ts'
import { line } from '../../platform/fields.ts'
import { kinds } from '../kinds.ts'
import { type Field, fields, isField, mayHaveMany } from './columns/fields.ts'
import type { Mapping } from './columns/guess.ts'
import { decisions } from './fixing.ts'
import type { Choices, MemberImport } from './imports.ts'

export const pasteForm = z.object({
  names: z
    .string()
    .trim()
    .min(1, 'Paste the names, one on each line.')
    .max(1_000_000, 'Paste at most a million characters, or send a file.'),
})

export const sheetForm = z.object({ sheet: z.coerce.number().int().min(0).max(1000) })

const choicesForm = z.object({
  kind: z.enum(kinds, 'Choose what these people are.'),
  evidence: line(300, 'how they said yes').optional().default(''),
  prefer: z.enum(['list', 'register'], 'Choose which is right where they differ.'),
})

export type MatchResult =
  | { readonly ok: true; readonly mapping: Mapping; readonly choices: Choices }
  | { readonly ok: false; readonly errors: Errors; readonly mapping: Mapping; readonly typed: Typed }

export const columnName = (column: number): string => `column-${column}`

/** How the columns were matched: `column-0` names a field, or nothing. */
export function readMatching(typed: Typed, { columns }: MemberImport): MatchResult {
  const mapping = columns.map((_, i) => {
    const named = typed[columnName(i)]
    return typeof named === 'string' && isField(named) ? named : null
  })
  const choices = choicesForm.safeParse(typed)
  const errors: Record<string, string> = { ...errorsIn(mapping) }
  for (const { path, message } of choices.error?.issues ?? []) errors[path.join('.')] ??= message
  if (Object.keys(errors).length || !choices.success) return { ok: false, errors, mapping, typed }
  return { ok: true, mapping, choices: choices.data }
}

function errorsIn(mapping: Mapping): Errors {
  const errors: Record<string, string> = {}
  const taken = new Set<Field>()
  for (const [i, field] of mapping.entries()) {
    if (!field) continue
    if (taken.has(field) && !mayHaveMany(field))
      errors[columnName(i)] = `Another column is “${fields[field].label}” already. Choose one of them.`
    taken.add(field)
  }
  const known: readonly Field[] = ['name', 'first_name', 'last_name', 'email']
  if (!known.some((field) => taken.has(field)))
    errors[columnName(0)] ??= 'Say which column has the names, or the email addresses.'
  return errors
}

export const cellName = (place: number, column: number): string => `cell-${place}-${column}`

const decisionForm = z.object({ decision: z.enum(decisions, 'Choose what to do with this row.') })

/** What to do with a row: a press of one of its buttons, and the texts of its cells. */
export function readFix(typed: Typed, place: number) {
  const { decision } = decisionForm.parse(typed)
  const cells = new Map<number, string>()
  for (const [name, value] of Object.entries(typed)) {
    const [, of, column] = /^cell-(\d+)-(\d+)$/.exec(name) ?? []
    if (Number(of) === place && typeof value === 'string') cells.set(Number(column), value.slice(0, 5000))
  }
  return { decision, cells }
}
