import { Field } from '../../../ui/Field.tsx'
import { typedText } from '../../../platform/forms.ts'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { Body } from '../bodies.ts'
import type { Refused } from '../recordRoutes.tsx'

/** What is kept about a partner body. */
export const BodyFields = ({ body, refused }: { body?: Body; refused: Refused | undefined }) => (
  <>
    <Field
      name="name"
      label="Name"
      autocomplete="off"
      value={typedText(refused?.typed, 'name') ?? body?.name}
      error={refused?.errors['name']}
    />
    <Field
      name="website"
      label="Website, if it has one"
      type="url"
      value={typedText(refused?.typed, 'website') ?? body?.website ?? undefined}
      error={refused?.errors['website']}
    />
    <TextArea
      name="about"
      label="What it is to you"
      rows={3}
      value={typedText(refused?.typed, 'about') ?? body?.about}
      error={refused?.errors['about']}
    />
  </>
)
