import { z } from 'zod'
import { several, writtenLine } from '../../platform/fields.ts'
import { email, personName } from '../forms.ts'
import { namesIn } from '../hats.ts'
import { hatKinds, occupations } from '../kinds.ts'
import { NOT_A_POSTCODE } from '../places/nowhere.ts'
import { findPlaces } from '../places/places.ts'

const orNull = <T extends z.ZodType<string>>(schema: T) => schema.transform((value) => value || null)
const hat = writtenLine(1000, 'this').refine(
  (typed) => namesIn(typed).every((name) => name.length <= 200),
  'Keep this under 201 characters.',
)

/** A person's own record, in one form. */
export const detailsForm = z
  .object({
    name: personName('Enter your name.'),
    phone: orNull(writtenLine(40, 'the telephone number')),
    address: z
      .string()
      .default('')
      .transform((typed) => typed.trim() || null)
      .pipe(z.string().max(500, 'Keep the address under 501 characters.').nullable()),
    postcode: writtenLine(40, 'the postcode'),
    occupation: z.enum(occupations).nullable().catch(null),
    topic: several,
    ...Object.fromEntries(hatKinds.map((kind) => [kind, hat])),
  })
  .transform(({ postcode, topic, ...rest }, context) => {
    const read = postcode === '' ? null : findPlaces(postcode).postcode
    if (postcode !== '' && read === null)
      context.addIssue({ code: 'custom', path: ['postcode'], message: NOT_A_POSTCODE })
    const values = rest as typeof rest & Partial<Record<(typeof hatKinds)[number], string>>
    const { name, phone, address, occupation } = values
    const hats = hatKinds.flatMap((kind) => namesIn(values[kind] ?? '').map((one) => ({ kind, name: one })))
    const topics = topic.filter((id) => z.uuid().safeParse(id).success)
    return { name, phone, address, occupation, postcode: read, hats, topics }
  })

const code = orNull(z.string().max(9).default(''))
export const placesForm = z.object({ constituency: code, council: code })

export const emailForm = z.object({ email: z.string().default('').pipe(email) })

export const answerForm = z.object({ answer: z.enum(['yes', 'no']) })

export const leavingForm = z.object({ stay: z.literal('supporter').optional().catch(undefined) })
