import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { aboutSetting, imprintSetting } from '../../publishing/index.ts'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { line } from './fields.ts'
import { type FieldsProps, section } from './section.ts'

export const aboutSection = section({
  name: 'about',
  title: 'About and imprint',
  sentence: 'At the foot of every page, and in what search engines show.',
  saved: 'The words at the foot of every page are saved.',
  schema: z.object({
    about: line(500, 'the words about the group'),
    imprint_name: line(200, 'the name'),
    imprint_address: line(300, 'the address'),
  }),
  save: async (act, { about, imprint_name, imprint_address }) => {
    await writeSetting(act, aboutSetting, about)
    await writeSetting(act, imprintSetting, { name: imprint_name, address: imprint_address })
  },
  stored: async (tx) => {
    const { about, imprint } = await readSettings(tx, { about: aboutSetting, imprint: imprintSetting })
    return { about, imprint_name: imprint.name, imprint_address: imprint.address }
  },
  Fields: ({ typed, errors }: FieldsProps) => (
    <>
      <TextArea
        name="about"
        label="What the group is"
        hint="One or two sentences."
        rows={3}
        value={typedText(typed, 'about')}
        error={errors?.['about']}
      />
      <Field
        name="imprint_name"
        label="Promoter of this website"
        hint="The person or group that answers for it. Election law asks for this on political websites."
        value={typedText(typed, 'imprint_name')}
        error={errors?.['imprint_name']}
      />
      <Field
        name="imprint_address"
        label="Promoter’s postal address"
        hint="A post office box or the group’s office will do; nobody’s home needs to stand here."
        value={typedText(typed, 'imprint_address')}
        error={errors?.['imprint_address']}
      />
    </>
  ),
})
