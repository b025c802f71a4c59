import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { readsSetting } from '../../publishing/index.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { type FieldsProps, section } from './section.ts'

export const readsSection = section({
  name: 'reads',
  title: 'Counting reads',
  sentence: 'How often each page is read, by day and by the website that led there. Nothing about who read it.',
  saved: 'The setting for counting reads is saved.',
  schema: z.object({ reads: z.literal('yes').optional() }),
  save: (act, { reads }) => writeSetting(act, readsSetting, reads === 'yes'),
  stored: async (tx) => ({ reads: (await readSettings(tx, { reads: readsSetting })).reads ? 'yes' : '' }),
  Fields: ({ typed }: FieldsProps) => (
    <Checkbox
      name="reads"
      label="Count how often pages are read"
      hint="What was counted before stays when you turn it off."
      checked={typedText(typed, 'reads') === 'yes'}
    />
  ),
})
