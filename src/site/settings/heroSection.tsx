import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { readSettings, writeSetting } from '../../platform/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { heroSetting } from '../homeSettings.ts'
import { address, line } from './fields.ts'
import { type FieldsProps, section } from './section.ts'

const BUTTONS = [1, 2] as const

const form = z
  .object({
    headline: line(120, 'the headline'),
    stress: line(120, 'the phrase'),
    lede: line(400, 'the words below'),
    button1_label: line(60, 'the words of a button'),
    button1_href: address,
    button2_label: line(60, 'the words of a button'),
    button2_href: address,
    hero_picture: z.uuid('Choose a picture from the list.').or(z.literal('')).default(''),
  })
  .superRefine((values, context) => {
    if (values.stress && !values.headline.includes(values.stress)) {
      context.addIssue({
        code: 'custom',
        path: ['stress'],
        message: 'Copy this phrase from the headline, letter for letter.',
      })
    }
    for (const number of BUTTONS) {
      const [label, href] = [values[`button${number}_label`], values[`button${number}_href`]]
      if (label && !href)
        context.addIssue({ code: 'custom', path: [`button${number}_href`], message: `Say where “${label}” leads.` })
      if (href && !label)
        context.addIssue({ code: 'custom', path: [`button${number}_label`], message: 'Say what stands on the button.' })
    }
  })

export const heroSection = section({
  name: 'hero',
  title: 'Top of the home page',
  sentence: 'What the group stands for, in the largest letters it has.',
  saved: 'The top of the home page is saved.',
  schema: form,
  save: (act, { headline, stress, lede, hero_picture, ...values }) =>
    writeSetting(act, heroSetting, {
      headline,
      stress,
      lede,
      buttons: BUTTONS.map((number) => ({
        label: values[`button${number}_label`],
        href: values[`button${number}_href`],
      })).filter(({ label }) => label),
      picture: hero_picture || null,
    }),
  stored: async (tx) => {
    const { hero } = await readSettings(tx, { hero: heroSetting })
    const [first, second] = hero.buttons
    return {
      headline: hero.headline,
      stress: hero.stress,
      lede: hero.lede,
      button1_label: first?.label ?? '',
      button1_href: first?.href ?? '',
      button2_label: second?.label ?? '',
      button2_href: second?.href ?? '',
      hero_picture: hero.picture ?? '',
    }
  },
  Fields: HeroFields,
})

function HeroFields({ typed, errors, choices }: FieldsProps) {
  const known = (name: string) => ({ name, value: typedText(typed, name), error: errors?.[name] })
  return (
    <>
      <Field {...known('headline')} label="Headline" hint="One sentence. Empty, the name of the group stands there." />
      <Field
        {...known('stress')}
        label="Phrase in the group’s colour"
        hint="Some words of the headline, copied letter for letter."
      />
      <TextArea {...known('lede')} label="Words below" hint="Who you are and what you do, in two sentences." rows={3} />
      {BUTTONS.map((number) => (
        <div class="pair">
          <Field {...known(`button${number}_label`)} label={number === 1 ? 'First button' : 'Second button'} />
          <Field {...known(`button${number}_href`)} label="leads to" hint="Like /join or https://example.org" />
        </div>
      ))}
      <SelectField
        {...known('hero_picture')}
        label="Picture beside the words"
        options={[
          { value: '', label: 'None: the benches are drawn instead' },
          ...choices.pictures.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
    </>
  )
}
