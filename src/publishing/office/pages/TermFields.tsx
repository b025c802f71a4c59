import type { Errors } from '../../../platform/forms.ts'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { Term } from '../../terms.ts'

interface Props {
  value: (name: string) => string | undefined
  /** Categories it may stand below; none for a tag. */
  parents: readonly Term[]
  errors?: Errors | undefined
}

export const TermFields = ({ value, parents, errors }: Props) => (
  <>
    <Field name="name" label="Name" value={value('name')} error={errors?.['name']} />
    <Field
      name="slug"
      label="End of the address"
      hint="Left empty, it is made from the name. If you change it, the old address leads to the new one."
      value={value('slug')}
      error={errors?.['slug']}
      spellcheck="false"
    />
    <TextArea
      name="description"
      label="Description"
      hint="Stands on top of its page."
      rows={3}
      value={value('description')}
      error={errors?.['description']}
    />
    {parents.length > 0 && (
      <SelectField
        name="parent"
        label="Stands below"
        hint="Only for categories."
        value={value('parent')}
        error={errors?.['parent']}
        options={[
          { value: '', label: 'No other category' },
          ...parents.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    )}
  </>
)
