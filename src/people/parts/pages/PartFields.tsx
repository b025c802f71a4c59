import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { type PartFacts, partKindNames, partKinds } from '../parts.ts'

interface Props {
  typed?: Typed | undefined
  errors?: Errors | undefined
  /** What stands there now. */
  part?: PartFacts
}

/** What is said of a group, for adding one and for changing it. */
export const PartFields = ({ typed, errors, part }: Props) => (
  <>
    <SelectField
      name="kind"
      label="What kind of group?"
      options={partKinds.map((kind) => ({ value: kind, label: partKindNames[kind] }))}
      value={typedText(typed, 'kind') ?? part?.kind}
      error={errors?.['kind']}
    />
    <Field
      name="name"
      label="Name"
      hint="Such as a town, or a question"
      autocomplete="off"
      value={typedText(typed, 'name') ?? part?.name}
      error={errors?.['name']}
    />
    <TextArea
      name="about"
      label="What it does"
      hint="One or two sentences. You may leave it empty."
      rows={3}
      value={typedText(typed, 'about') ?? part?.about}
      error={errors?.['about']}
    />
  </>
)
