import type { z } from 'zod'
import { checkForm, type Errors, type Typed } from '../../../platform/forms.ts'
import type { JSX } from '../../../ui/jsx/jsx-runtime.ts'
import type { Topic } from '../../topics.ts'
import type { Answers, StepName } from '../answers.ts'
import type { Joining } from '../settings.ts'

/** What the pages ask by, and what was answered before. */
export interface Facts {
  /** The group's name. */
  readonly group: string
  readonly joining: Joining
  readonly topics: readonly Topic[]
  readonly answers: Answers
}

export interface FieldsProps {
  readonly facts: Facts
  readonly typed: Typed
  readonly errors: Errors | undefined
}

type Checked = { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly errors: Errors }

interface Basics {
  readonly name: StepName
  /** What the page is headed by. */
  readonly title: (facts: Facts) => string
  readonly lede?: (facts: Facts) => string
  /** Left out for whom it asks nothing. */
  readonly applies?: (facts: Facts) => boolean
  /** What was answered, as the fields would send it. */
  readonly stored: (answers: Answers) => Typed
  /** The answers in words, for checking before they are sent. */
  readonly told: (facts: Facts) => readonly (readonly [name: string, value: string])[]
  readonly Fields: (props: FieldsProps) => JSX.Element
  /** Small words below the form. */
  readonly Foot?: () => JSX.Element
}

/** One page of the form: one topic. */
export interface Step extends Basics {
  readonly check: (typed: Typed, facts: Facts) => Checked
}

/** A page by the shape of its form, and what its values answer: or, as `errors`, what is wrong with them. */
export function step<T>({
  schema,
  answer,
  ...basics
}: Basics & {
  readonly schema: z.ZodType<T>
  readonly answer: (values: T, facts: Facts) => Answers | { readonly errors: Errors }
}): Step {
  return {
    ...basics,
    check: (typed, facts) => {
      const form = checkForm(typed, schema)
      if (!form.ok) return form
      const answered = answer(form.values, facts)
      return 'errors' in answered ? { ok: false, errors: answered.errors } : { ok: true, answers: answered }
    },
  }
}
