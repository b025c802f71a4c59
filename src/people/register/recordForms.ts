import { z } from 'zod'
import { line } from '../../platform/fields.ts'
import { hatKinds, kinds } from '../kinds.ts'
import { type Channel, chosen, type Objectable } from '../purposes.ts'
import { tieKinds } from './ties.ts'

/** How somebody told the group, when they did not do it themselves. */
export const toldBy = ['paper', 'telephone', 'meeting', 'email', 'officer'] as const satisfies readonly Channel[]
const channel = z.enum(toldBy, 'Choose how they told you.')
const evidence = line(500, 'this')

export const kindForm = z.object({ kind: z.enum(kinds, 'Choose a kind.'), channel, evidence })

export const yesForm = z.object({
  purpose: z.enum(chosen, 'Choose what they said yes to.'),
  channel,
  evidence: evidence.min(1, 'Say what shows it, such as “Signed form, in the green folder”.'),
})

export const noPurposes = [
  'newsletter',
  'campaigns',
  'notices',
  'introductions',
  'public_list',
] as const satisfies readonly Objectable[]
export const noForm = z.object({ purpose: z.enum(noPurposes, 'Choose what they said no to.'), channel })

export const noteForm = z.object({
  words: z.string().trim().min(1, 'Write the note first.').max(5000, 'Keep a note under 5,001 characters.'),
})

export const topicsForm = z.object({
  topic: z.preprocess((sent) => (typeof sent === 'string' ? [sent] : (sent ?? [])), z.array(z.uuid()).max(200)),
})

export const hatForm = z.object({
  hatKind: z.enum(hatKinds, 'Choose what it is.'),
  hatName: line(200, 'the name').min(1, 'Enter its name.'),
})

export const partForm = z.object({ part: z.uuid('Choose a group.') })

/** Somebody on the register by what was typed, or by the choice among several. */
export const whoForm = z.object({
  who: line(200, 'this'),
  person: z.uuid().optional().catch(undefined),
})
export const tieForm = whoForm.extend({ kind: z.enum(tieKinds, 'Choose how they stand to each other.') })
