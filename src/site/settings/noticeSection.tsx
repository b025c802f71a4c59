import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { noticeSetting } from '../../publishing/index.ts'
import { address, line } from './fields.ts'
import { type FieldsProps, section } from './section.ts'

const form = z
  .object({ notice: line(200, 'the notice'), notice_label: line(80, 'the words of the link'), notice_href: address })
  .superRefine(({ notice, notice_label, notice_href }, context) => {
    if (notice_label && !notice_href)
      context.addIssue({ code: 'custom', path: ['notice_href'], message: `Say where “${notice_label}” leads.` })
    if (notice_href && !notice_label)
      context.addIssue({ code: 'custom', path: ['notice_label'], message: 'Say what stands on the link.' })
    if (notice_label && !notice)
      context.addIssue({ code: 'custom', path: ['notice'], message: 'Enter the notice that the link belongs to.' })
  })

export const noticeSection = section({
  name: 'notice',
  title: 'Notice',
  sentence: 'A line above every page, such as the next meeting. Empty, there is none.',
  saved: 'The notice is saved.',
  schema: form,
  save: (act, { notice, notice_label, notice_href }) =>
    writeSetting(
      act,
      noticeSetting,
      notice ? { sentence: notice, link: notice_label ? { label: notice_label, href: notice_href } : null } : null,
    ),
  stored: async (tx) => {
    const { notice } = await readSettings(tx, { notice: noticeSetting })
    return {
      notice: notice?.sentence ?? '',
      notice_label: notice?.link?.label ?? '',
      notice_href: notice?.link?.href ?? '',
    }
  },
  Fields: ({ typed, errors }: FieldsProps) => (
    <>
      <Field name="notice" label="Notice" value={typedText(typed, 'notice')} error={errors?.['notice']} />
      <div class="pair">
        <Field
          name="notice_label"
          label="Link in it"
          value={typedText(typed, 'notice_label')}
          error={errors?.['notice_label']}
        />
        <Field
          name="notice_href"
          label="leads to"
          value={typedText(typed, 'notice_href')}
          error={errors?.['notice_href']}
        />
      </div>
    </>
  ),
})
