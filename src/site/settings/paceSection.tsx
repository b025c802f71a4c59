import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { capsSetting } from '../../mailing/index.ts'
import { RadioCards } from '../../ui/Choices.tsx'
import { Field } from '../../ui/Field.tsx'
import { type FieldsProps, section } from './section.ts'

/** What small providers' plans allow in a day. */
const PRESETS = ['100', '200', '300', '500'] as const

const cap = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/[,\s]/g, ''))
  .refine(
    (typed) => typed === '' || (/^\d{1,7}$/.test(typed) && Number(typed) > 0),
    'Enter a whole number from 1, or leave it empty for no cap.',
  )
  .transform((typed) => (typed === '' ? null : Number(typed)))

const form = z.object({
  pace: z.enum(['none', ...PRESETS, 'own'], 'Choose how many letters your mail provider takes in a day.'),
  pace_day: cap,
  pace_hour: cap,
  pace_second: cap,
})

const shown = (stored: number | null): string => (stored === null ? '' : String(stored))

export const paceSection = section({
  name: 'pace',
  title: 'Pace of letters',
  sentence:
    'A newsletter goes out no faster than your mail provider allows: a large one over several days, which you are told before. Letters that are decided keep the pace they were decided with.',
  saved: 'The pace of letters is saved.',
  schema: form,
  save: (act, { pace, pace_day, pace_hour, pace_second }) =>
    writeSetting(
      act,
      capsSetting,
      pace === 'own'
        ? { per_day: pace_day, per_hour: pace_hour, per_second: pace_second }
        : { per_day: pace === 'none' ? null : Number(pace), per_hour: null, per_second: null },
    ),
  stored: async (tx) => {
    const { caps } = await readSettings(tx, { caps: capsSetting })
    const day = shown(caps.per_day)
    const plain = caps.per_hour === null && caps.per_second === null
    const preset = plain && (day === '' ? 'none' : PRESETS.find((one) => one === day))
    return {
      pace: preset || 'own',
      pace_day: day,
      pace_hour: shown(caps.per_hour),
      pace_second: shown(caps.per_second),
    }
  },
  Fields: ({ typed, errors }: FieldsProps) => (
    <>
      <RadioCards
        name="pace"
        label="At most"
        columns
        value={typedText(typed, 'pace')}
        error={errors?.['pace']}
        options={[
          { value: 'none', label: 'No cap', hint: 'For a mail server of your own, or a plan without a limit.' },
          ...PRESETS.map((value) => ({ value, label: `${value} a day` })),
          { value: 'own', label: 'As entered below' },
        ]}
      />
      <div class="row">
        {(
          [
            ['pace_day', 'A day'],
            ['pace_hour', 'An hour'],
            ['pace_second', 'A second'],
          ] as const
        ).map(([name, label]) => (
          <Field
            name={name}
            label={label}
            inputmode="numeric"
            size="short"
            value={typedText(typed, name)}
            error={errors?.[name]}
          />
        ))}
      </div>
    </>
  ),
})
