import { z } from 'zod'
import { ticked } from '../../platform/fields.ts'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { commentsSetting, noticeTimes } from '../../publishing/index.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { RadioCards } from '../../ui/Choices.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { type FieldsProps, section } from './section.ts'

const whole = (least: number, most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine(
      (typed) => /^\d{1,5}$/.test(typed) && Number(typed) >= least && Number(typed) <= most,
      `Enter a whole number from ${least} to ${most.toLocaleString('en-GB')}.`,
    )
    .transform(Number)

const MOST_HELD = 500

/** One word, phrase, address or domain a line. */
const heldLines = z
  .string()
  .default('')
  .transform((typed) => [...new Set(typed.toLowerCase().split('\n').map(oneSpaced).filter(Boolean))])
  .refine((lines) => lines.length <= MOST_HELD, `Keep to ${MOST_HELD} lines.`)
  .refine((lines) => lines.every((line) => line.length <= 100), 'Keep each line under 101 letters.')

const oneSpaced = (line: string): string => line.replace(/\s+/g, ' ').trim()

const form = z.object({
  comments_open: ticked,
  comments_close: z.union([z.literal('').transform(() => null), whole(1, 3650)]).default(null),
  comments_trust: ticked,
  comments_held: heldLines,
  comments_links: whole(0, 20),
  comments_keep: whole(1, 365),
  comments_notice: z.enum(noticeTimes, 'Choose whether officers get a letter.'),
})

const OpeningFields = ({ typed, errors }: FieldsProps) => (
  <>
    <Checkbox
      name="comments_open"
      label="Readers may comment"
      hint="On posts that allow it. Each post has a tick of its own."
      checked={typedText(typed, 'comments_open') === 'yes'}
    />
    <Field
      name="comments_close"
      label="Close comments after so many days"
      hint="Empty, they stay open."
      inputmode="numeric"
      size="short"
      value={typedText(typed, 'comments_close')}
      error={errors?.['comments_close']}
    />
  </>
)

const HoldingFields = ({ typed, errors }: FieldsProps) => (
  <>
    <Checkbox
      name="comments_trust"
      label="Publish at once what comes from somebody you approved before"
      hint="By the email address, which a letter has confirmed. What is held below still waits."
      checked={typedText(typed, 'comments_trust') === 'yes'}
    />
    <TextArea
      name="comments_held"
      label="Words and addresses that you hold"
      hint="One a line: a word, a phrase, an email address, or a domain such as casino.example. A comment with one always waits to be read."
      rows={5}
      value={typedText(typed, 'comments_held')}
      error={errors?.['comments_held']}
    />
    <div class="pair">
      <Field
        name="comments_links"
        label="Links a comment may have without waiting"
        inputmode="numeric"
        size="short"
        value={typedText(typed, 'comments_links')}
        error={errors?.['comments_links']}
      />
      <Field
        name="comments_keep"
        label="Days to keep spam and trash"
        inputmode="numeric"
        size="short"
        value={typedText(typed, 'comments_keep')}
        error={errors?.['comments_keep']}
      />
    </div>
  </>
)

export const commentsSection = section({
  name: 'comments',
  title: 'Comments',
  sentence: 'Who may comment, what waits to be read first, and when you hear of it.',
  saved: 'How you deal with comments is saved.',
  schema: form,
  save: (act, values) =>
    writeSetting(act, commentsSetting, {
      open: values.comments_open,
      closeAfterDays: values.comments_close,
      trustKnown: values.comments_trust,
      held: values.comments_held,
      mostLinks: values.comments_links,
      keepDays: values.comments_keep,
      notice: values.comments_notice,
    }),
  stored: async (tx) => {
    const { rules } = await readSettings(tx, { rules: commentsSetting })
    return {
      comments_open: rules.open ? 'yes' : '',
      comments_close: rules.closeAfterDays === null ? '' : String(rules.closeAfterDays),
      comments_trust: rules.trustKnown ? 'yes' : '',
      comments_held: rules.held.join('\n'),
      comments_links: String(rules.mostLinks),
      comments_keep: String(rules.keepDays),
      comments_notice: rules.notice,
    }
  },
  Fields: (props: FieldsProps) => (
    <>
      <OpeningFields {...props} />
      <HoldingFields {...props} />
      <RadioCards
        name="comments_notice"
        label="Letter to the officers who look after comments"
        options={[
          {
            value: 'at once',
            label: 'Yes',
            hint: 'At most one in a quarter of an hour. Each officer chooses on their own page, under “How often we write”, whether notices come at once.',
          },
          { value: 'never', label: 'No', hint: 'Today tells you, too.' },
        ]}
        value={typedText(props.typed, 'comments_notice')}
        error={props.errors?.['comments_notice']}
      />
    </>
  ),
})
