import { z } from 'zod'
import { typedText } from '../../platform/forms.ts'
import { changeLook } from '../../platform/groupLook.ts'
import { Field } from '../../ui/Field.tsx'
import { presets } from '../../ui/theme.ts'
import { ColourChoice } from '../ColourChoice.tsx'
import { groupName, presetNames } from '../forms.ts'
import { type FieldsProps, section } from './section.ts'

const OWN_CHROMA = 0.1

const form = z
  .object({
    look_name: groupName,
    look_colour: z.enum([...presetNames, 'own'], 'Choose a colour.'),
    look_hue: z.string().trim().default(''),
  })
  .transform(({ look_name: name, look_colour: colour, look_hue }, context) => {
    if (colour !== 'own') return { name, hue: presets[colour].hue, chroma: presets[colour].chroma }
    const hue = /^\d{1,3}$/.test(look_hue) ? Number(look_hue) : Number.NaN
    if (!(hue < 360))
      context.addIssue({
        code: 'custom',
        path: ['look_hue'],
        message: 'Enter a whole number from 0 to 359 for your own colour.',
      })
    return { name, hue, chroma: OWN_CHROMA }
  })

export const lookSection = section({
  name: 'look',
  title: 'Name and colour',
  sentence: 'On every page, every letter and the browser’s tab.',
  saved: 'The name and colour are saved.',
  schema: form,
  save: changeLook,
  stored: async (_tx, { name, hue, chroma }) => {
    // A real of the database is not the number that was written.
    const preset = presetNames.find(
      (key) => Math.abs(presets[key].hue - hue) < 0.01 && Math.abs(presets[key].chroma - chroma) < 0.0001,
    )
    return { look_name: name, look_colour: preset ?? 'own', look_hue: String(Math.round(hue)) }
  },
  Fields: LookFields,
})

function LookFields({ typed, errors }: FieldsProps) {
  const hue = Number(typedText(typed, 'look_hue') ?? 162)
  return (
    <>
      <Field
        name="look_name"
        label="Name of the group"
        value={typedText(typed, 'look_name')}
        error={errors?.['look_name']}
      />
      <ColourChoice
        name="look_colour"
        label="Colour"
        hint="All of these are easy to read; so is your own, because only its hue is yours to choose."
        value={typedText(typed, 'look_colour')}
        error={errors?.['look_colour']}
        own={{ value: 'own', label: 'Your own', theme: { hue: Number.isFinite(hue) ? hue : 162, chroma: OWN_CHROMA } }}
      />
      <Field
        name="look_hue"
        label="Hue of your own colour"
        hint="A number from 0 to 359 around the colour wheel: 30 orange, 90 yellow, 150 green, 250 blue, 330 pink."
        inputmode="numeric"
        size="short"
        value={typedText(typed, 'look_hue')}
        error={errors?.['look_hue']}
      />
    </>
  )
}
