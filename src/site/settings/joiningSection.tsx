import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { joiningSetting } from '../homeSettings.ts'
import { applicationsSetting, JOIN, joinable } from '../../people/index.ts'
import { several, ticked } from '../../platform/fields.ts'
import { joinSetting } from '../../publishing/index.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { CheckboxGroup } from '../../ui/Choices.tsx'
import { address, line } from './fields.ts'
import { type FieldsProps, section } from './section.ts'

const ELSEWHERE = 'elsewhere'
const MOST_REASONS = 3

const form = z
  .object({
    join_page: address.or(z.literal(ELSEWHERE)),
    join_address: address,
    join_label: line(80, 'the words of the button'),
    join_title: line(80, 'the heading'),
    join_sentence: line(300, 'the words below'),
    join_reasons: z
      .string()
      .default('')
      .transform((typed) =>
        typed
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean),
      )
      .refine(
        (reasons) => reasons.length <= MOST_REASONS && reasons.every((one) => one.length <= 120),
        'Keep to three reasons of at most 120 letters.',
      ),
    join_open: ticked,
    join_kinds: several
      .transform((sent) => joinable.filter((kind) => sent.includes(kind)))
      .refine((kinds) => kinds.length > 0, 'Tick at least one.'),
    join_member: line(500, 'what a member is'),
    join_supporter: line(500, 'what a supporter is'),
  })
  .superRefine(({ join_page, join_address }, context) => {
    if (join_page === ELSEWHERE && !join_address)
      context.addIssue({ code: 'custom', path: ['join_address'], message: 'Enter the address where people join.' })
  })

export const joiningSection = section({
  name: 'joining',
  title: 'Joining',
  sentence:
    'Who may join on the website and as what, the button in the header, and the band at the bottom of the home page.',
  saved: 'What the website says about joining is saved.',
  schema: form,
  save: async (act, values) => {
    const href = values.join_page === ELSEWHERE ? values.join_address : values.join_page
    await writeSetting(act, joinSetting, href ? { label: values.join_label || 'Join us', href } : null)
    await writeSetting(act, joiningSetting, {
      title: values.join_title,
      sentence: values.join_sentence,
      reasons: values.join_reasons,
    })
    const { member, supporter } = applicationsSetting.standard.words
    await writeSetting(act, applicationsSetting, {
      open: values.join_open,
      kinds: values.join_kinds,
      words: { member: values.join_member || member, supporter: values.join_supporter || supporter },
    })
  },
  stored: async (tx) => {
    const { join, joining, applications } = await readSettings(tx, {
      join: joinSetting,
      joining: joiningSetting,
      applications: applicationsSetting,
    })
    const { title, sentence, reasons } = joining
    return {
      join_page: join?.href ?? '',
      join_address: '',
      join_label: join?.label ?? 'Join us',
      join_title: title,
      join_sentence: sentence,
      join_reasons: reasons.join('\n'),
      join_open: applications.open ? 'yes' : '',
      join_kinds: applications.kinds,
      join_member: applications.words.member,
      join_supporter: applications.words.supporter,
    }
  },
  Fields: JoiningFields,
})

function JoiningFields({ typed, errors, choices }: FieldsProps) {
  const known = (name: string) => ({ name, value: typedText(typed, name), error: errors?.[name] })
  const page = typedText(typed, 'join_page') ?? ''
  const elsewhere = page !== '' && page !== JOIN && !choices.pages.some(({ path }) => path === page)
  return (
    <>
      <SelectField
        name="join_page"
        label="People join on"
        value={elsewhere ? ELSEWHERE : page}
        error={errors?.['join_page']}
        options={[
          { value: JOIN, label: 'Our own pages for joining' },
          { value: '', label: 'Nowhere yet' },
          ...choices.pages.map(({ path, title }) => ({ value: path, label: title })),
          { value: ELSEWHERE, label: 'Another address' },
        ]}
      />
      <Field
        {...known('join_address')}
        value={typedText(typed, 'join_address') || (elsewhere && page !== ELSEWHERE ? page : '')}
        label="The other address"
        hint="Only when people join elsewhere, like https://example.org/join"
      />
      <Field {...known('join_label')} label="Words on the button" size="medium" />
      <Field {...known('join_title')} label="Heading of the band" />
      <TextArea {...known('join_sentence')} label="Words below it" rows={2} />
      <TextArea {...known('join_reasons')} label="Reasons" hint="At most three, one a line." rows={3} />
      <ApplicationFields typed={typed} errors={errors} />
    </>
  )
}

/** Our own pages for joining: open or not, for whom, in the group's own words. */
const ApplicationFields = ({ typed, errors }: Pick<FieldsProps, 'typed' | 'errors'>) => (
  <>
    <Checkbox
      name="join_open"
      label="People may join on our own pages"
      hint="Closed, the pages say so, and the button that leads to them does not show."
      checked={typedText(typed, 'join_open') === 'yes'}
    />
    <CheckboxGroup
      name="join_kinds"
      label="They may join as"
      options={[
        { value: 'member', label: 'Members', hint: 'With a vote and notices of meetings.' },
        { value: 'supporter', label: 'Supporters', hint: 'Without a vote, and never named in public.' },
      ]}
      values={[typed['join_kinds'] ?? []].flat()}
      error={errors?.['join_kinds']}
    />
    <TextArea
      name="join_member"
      label="What being a member means"
      hint="Empty, it is said in our words."
      rows={3}
      value={typedText(typed, 'join_member')}
      error={errors?.['join_member']}
    />
    <TextArea
      name="join_supporter"
      label="What being a supporter means"
      hint="Empty, it is said in our words."
      rows={3}
      value={typedText(typed, 'join_supporter')}
      error={errors?.['join_supporter']}
    />
  </>
)
