import { typedText } from '../../../platform/forms.ts'
import { Field, type FieldProps } from '../../../ui/Field.tsx'
import { TextArea, type TextAreaProps } from '../../../ui/TextArea.tsx'
import type { BlockPageProps } from './BlockPage.tsx'

/** What was typed into the fields of a part, and what is wrong with it. */
type OwnField = Pick<BlockPageProps, 'typed' | 'errors'>

export const Line = ({
  typed,
  errors,
  name,
  label,
  hint,
  size,
  type,
}: OwnField & Pick<FieldProps, 'name' | 'label' | 'hint' | 'size' | 'type'>) => (
  <Field
    {...{ name, label, hint, size }}
    {...(type && { type })}
    value={typedText(typed, name)}
    error={errors?.[name]}
  />
)
export const Area = ({
  typed,
  errors,
  name,
  label,
  hint,
  rows,
}: OwnField & Pick<TextAreaProps, 'name' | 'label' | 'hint' | 'rows'>) => (
  <TextArea {...{ name, label, hint }} {...(rows && { rows })} value={typedText(typed, name)} error={errors?.[name]} />
)
export const Href = ({ typed, errors, label }: OwnField & { label: string }) => (
  <Line
    {...{ typed, errors, label }}
    name="href"
    hint="An address that begins with https://, or with / on your own website"
  />
)
