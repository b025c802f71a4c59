import type { Errors } from '../../../platform/forms.ts'
import { Field } from '../../../ui/Field.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'

interface Props {
  value: (name: string) => string | undefined
  errors?: Errors | undefined
}

export const SeriesFields = ({ value, errors }: Props) => (
  <>
    <Field name="name" label="Name" value={value('name')} error={errors?.['name']} />
    <TextArea
      name="about"
      label="What it is about"
      hint="A sentence or two, shown above its parts."
      rows={3}
      value={value('about')}
      error={errors?.['about']}
    />
    <Field
      name="slug"
      label="End of the address"
      hint="After /series/. Left empty, it is made from the name."
      value={value('slug')}
      error={errors?.['slug']}
      spellcheck="false"
    />
  </>
)
