import type { z } from 'zod'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { checkForm, type Errors, type Typed } from '../../platform/forms.ts'
import type { Group } from '../../platform/group.ts'
import type { JSX } from '../../ui/jsx/jsx-runtime.ts'

/** What a section's fields offer to choose from. */
export interface Choices {
  /** The published pages. */
  readonly pages: readonly { readonly id: string; readonly title: string; readonly path: string }[]
  readonly pictures: readonly { readonly id: string; readonly label: string }[]
}

export interface FieldsProps {
  readonly typed: Typed
  readonly errors: Errors | undefined
  readonly choices: Choices
}

interface Basics {
  /** Its anchor and the last part of the address it posts to: 'quote'. */
  readonly name: string
  readonly title: string
  /** Where it shows. */
  readonly sentence: string
  /** Said after saving. */
  readonly saved: string
  /** What is saved now, as the fields would send it. */
  readonly stored: (tx: Tx, group: Group) => Promise<Typed>
  readonly Fields: (props: FieldsProps) => JSX.Element
}

/** One small form of the settings page. */
export interface Section extends Basics {
  /** What to do with what was typed, or what is wrong with it. */
  readonly check: (
    typed: Typed,
  ) =>
    | { readonly ok: true; readonly save: (act: Act) => Promise<void> }
    | { readonly ok: false; readonly errors: Errors }
}

/** A section by the shape of its form and what saves it. */
export function section<T>({
  schema,
  save,
  ...basics
}: Basics & { readonly schema: z.ZodType<T>; readonly save: (act: Act, values: T) => Promise<void> }): Section {
  return {
    ...basics,
    check: (typed) => {
      const form = checkForm(typed, schema)
      return form.ok ? { ok: true, save: (act) => save(act, form.values) } : form
    },
  }
}
