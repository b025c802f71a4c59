import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import { Field } from '../../../ui/Field.tsx'
import { personName } from '../../forms.ts'
import { step } from './step.ts'

export const nameStep = step({
  name: 'name',
  title: () => 'Your name',
  schema: z.object({ name: personName('Enter your name.') }),
  answer: ({ name }) => ({ name }),
  stored: ({ name }) => ({ name: name ?? '' }),
  told: ({ answers }) => [['Name', answers.name ?? '']],
  Fields: ({ typed, errors }) => (
    <Field
      name="name"
      label="Full name"
      hint="As you would like us to write it. One name is enough, in any script."
      autocomplete="name"
      spellcheck="false"
      value={typedText(typed, 'name')}
      error={errors?.['name']}
    />
  ),
})
