import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { writeSetting } from '../../platform/settings.ts'
import { elsewhereOf, elsewhereSetting } from '../../publishing/index.ts'
import { Field } from '../../ui/Field.tsx'
import { type FieldsProps, section } from './section.ts'

export const elsewhereSection = section({
  name: 'elsewhere',
  title: 'Website elsewhere',
  sentence:
    'While your website is at another address, the home page here says what the group is and leads there. Posts and pages here stay out of the menu and of search engines.',
  saved: 'Where your website is, is saved.',
  schema: z.object({
    elsewhere: z
      .string()
      .trim()
      .max(1000, 'Keep the address under 1,000 letters.')
      .refine(
        (typed) => typed === '' || elsewhereSetting.schema.safeParse(typed).success,
        'Enter the whole address of your website, like https://example.org.',
      )
      .default(''),
  }),
  save: (act, { elsewhere }) => writeSetting(act, elsewhereSetting, elsewhere || null),
  stored: async (tx) => ({ elsewhere: (await elsewhereOf(tx)) ?? '' }),
  Fields: ({ typed, errors }: FieldsProps) => (
    <Field
      name="elsewhere"
      label="Address of your website"
      hint="Leave it empty when this is your website."
      inputmode="url"
      spellcheck="false"
      value={typedText(typed, 'elsewhere')}
      error={errors?.['elsewhere']}
    />
  ),
})
