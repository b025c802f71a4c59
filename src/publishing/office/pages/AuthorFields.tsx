import type { Errors } from '../../../platform/forms.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { NamedPerson } from '../writers.ts'

interface Props {
  value: (name: string) => string | undefined
  people: readonly NamedPerson[]
  errors?: Errors | undefined
}

export const AuthorFields = ({ value, people, errors }: Props) => (
  <>
    <Field name="name" label="Name readers see" value={value('name')} error={errors?.['name']} autocomplete="off" />
    <Checkbox
      name="penName"
      label="This is a pen name"
      hint="Readers are never told who it is."
      checked={value('penName') === 'yes'}
    />
    <TextArea
      name="about"
      label="About the author"
      hint="One or two sentences under their texts."
      rows={3}
      value={value('about')}
      error={errors?.['about']}
    />
    <SelectField
      name="person"
      label="Who it is"
      hint="For officers only: whom to ask, and whom to credit when they leave."
      value={value('person')}
      error={errors?.['person']}
      options={[{ value: '', label: 'Not said' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
    />
    <Field
      name="slug"
      label="End of the address"
      hint="Left empty, it is made from the name."
      value={value('slug')}
      error={errors?.['slug']}
      spellcheck="false"
    />
  </>
)
