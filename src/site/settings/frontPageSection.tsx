import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { frontPageSetting } from '../../publishing/index.ts'
import { type FieldsProps, section } from './section.ts'

export const frontPageSection = section({
  name: 'front-page',
  title: 'First page',
  sentence: 'What somebody sees who types the address of the website.',
  saved: 'The first page is saved.',
  schema: z.object({ front_page: z.uuid('Choose a page from the list.').or(z.literal('')).default('') }),
  save: (act, { front_page }) => writeSetting(act, frontPageSetting, front_page || null),
  stored: async (tx) => {
    const { front } = await readSettings(tx, { front: frontPageSetting })
    return { front_page: front ?? '' }
  },
  Fields: ({ typed, errors, choices }: FieldsProps) => (
    <SelectField
      name="front_page"
      label="First page"
      value={typedText(typed, 'front_page')}
      error={errors?.['front_page']}
      options={[
        { value: '', label: 'The home page: headline, latest work, facts' },
        ...choices.pages.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  ),
})
