import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Field } from '../../../ui/Field.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { Vacancy } from '../vacancies.ts'

interface Props {
  typed?: Typed | undefined
  errors?: Errors | undefined
  vacancy?: Vacancy
  today: string
}

/** What members read. */
export const VacancyFields = ({ typed, errors, vacancy, today }: Props) => (
  <>
    <TextArea
      name="notice"
      label="What it takes"
      hint="What the work is, how many hours a month, what helps, and whom to ask. Members read this."
      rows={8}
      value={typedText(typed, 'notice') ?? vacancy?.notice}
      error={errors?.['notice']}
    />
    <Field
      name="sayBy"
      label="Members can say so until"
      type="date"
      min={today}
      value={typedText(typed, 'sayBy') ?? vacancy?.sayBy}
      error={errors?.['sayBy']}
    />
  </>
)
