import { z } from 'zod'
import { hatKinds, occupations } from '../kinds.ts'
import { chosen } from '../purposes.ts'

/** What somebody may ask to be by themselves. */
export const joinable = ['member', 'supporter'] as const
export type Joinable = (typeof joinable)[number]

export const stepNames = [
  'kind',
  'name',
  'email',
  'postcode',
  'places',
  'occupation',
  'hats',
  'interests',
  'offers',
  'choices',
] as const
export type StepName = (typeof stepNames)[number]

const answers = z.object({
  kind: z.enum(joinable).optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** The postcode as it was typed; empty when they go on without. */
  written: z.string().optional(),
  postcode: z.string().nullable().optional(),
  constituency: z.string().nullable().optional(),
  council: z.string().nullable().optional(),
  occupation: z.enum(occupations).nullable().optional(),
  hats: z.array(z.object({ kind: z.enum(hatKinds), name: z.string() })).optional(),
  interests: z.array(z.string()).optional(),
  offers: z.array(z.string()).optional(),
  /** Each yes with the words it was said to. */
  yes: z.array(z.object({ purpose: z.enum(chosen), words: z.string() })).optional(),
  /** The words by which they ask to be held. */
  holding: z.string().optional(),
  /** Pages answered, also those that were left empty. */
  done: z.array(z.enum(stepNames)).optional(),
  /** They have seen all their answers together: from then on each change leads back there. */
  checked: z.boolean().optional(),
})

/** What somebody has answered so far. */
export type Answers = Readonly<z.infer<typeof answers>>

/** What was stored, as far as this version of the program understands it. */
export function answersFrom(stored: unknown): Answers {
  const read = answers.safeParse(stored)
  return read.success ? read.data : {}
}
