import { z } from 'zod'
import { line } from '../../platform/fields.ts'
import { partKinds } from './parts.ts'

export const partForm = z.object({
  kind: z.enum(partKinds, 'Choose what kind of group it is.'),
  name: line(120, 'the name').min(1, 'Enter the group’s name.'),
  about: line(1000, 'the description').default(''),
})

/** What the list is asked for; nonsense in the address counts as not asked. */
export const partsAsked = z.object({ state: z.enum(['open', 'closed']).catch('open') })

export const partAsked = z.object({
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export const joiningForm = z.object({ person: z.uuid('Choose who joins the group.') })
export const coordinatingForm = z.object({ coordinates: z.enum(['yes', 'no']) })
