import { z } from 'zod'
import { email } from '../people/index.ts'
import { presets, type PresetName } from '../ui/theme.ts'

export const presetNames = Object.keys(presets) as [PresetName, ...PresetName[]]

export const groupName = z
  .string()
  .trim()
  .min(1, 'Enter the name of the group.')
  .max(120, 'Keep the name of the group under 120 letters.')

const shortName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?)?$/,
    'Use small letters, digits and hyphens for the short name, at most 40, like fair-care.',
  )

/** What a fresh installation asks for. An empty short name is made from the name. */
export const setUpForm = z.object({
  name: groupName,
  colour: z.enum(presetNames, 'Choose a colour.'),
  slug: shortName.default(''),
  officer_name: z.string().trim().min(1, 'Enter your name.').max(300, 'Keep your name under 300 letters.'),
  officer_email: email,
})
