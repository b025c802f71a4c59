import { z } from 'zod'
import { forwardRepliesSetting } from '../../mailing/index.ts'
import { ticked } from '../../platform/fields.ts'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { type FieldsProps, section } from './section.ts'

export const repliesSection = section({
  name: 'replies',
  title: 'Replies to letters',
  sentence:
    'What readers answer to your newsletter stands under Letters, for the chair, the vice chair and the secretary.',
  saved: 'Who gets replies is saved.',
  schema: z.object({ replies_forwarded: ticked }),
  save: (act, values) => writeSetting(act, forwardRepliesSetting, values.replies_forwarded),
  stored: async (tx) => {
    const { forwarded } = await readSettings(tx, { forwarded: forwardRepliesSetting })
    return { replies_forwarded: forwarded ? 'yes' : '' }
  },
  Fields: ({ typed }: FieldsProps) => (
    <Checkbox
      name="replies_forwarded"
      label="The chair gets each reply by email"
      hint="With its words. An answer to that letter goes to whoever wrote the reply."
      checked={typedText(typed, 'replies_forwarded') === 'yes'}
    />
  ),
})
