import { z } from 'zod'
import { line } from '../../platform/fields.ts'
import type { Errors, Typed } from '../../platform/forms.ts'
import { sentTextFields } from '../../writing/index.ts'
import { type Block, blockFields, type BlockKind, blockKinds } from '../blocks/block.ts'
import { showings } from './letter.ts'

const subject = line(200, 'the subject').pipe(z.string().min(1, 'Enter a subject.'))

export const newLetterForm = z.object({
  kind: z.enum(['newsletter', 'notice'], 'Choose what kind of letter it is.'),
  subject,
  begin: z.enum(['drafted', 'empty']).catch('empty'),
})

export const headForm = z.object({
  subject,
  preview: line(200, 'the preview line').default(''),
  shown: z.enum(showings, 'Choose who may read it on the website.'),
})

/** What every form of a block carries besides its own fields. */
export const placeForm = z.object({
  kind: z.enum(blockKinds, 'Choose what to add.'),
  after: z.union([z.uuid(), z.literal('')]).catch(''),
})
export const moveForm = z.object({ way: z.enum(['up', 'down']) })

/** A text is read as any text of the editor is: its words become a document afterwards. */
const fieldsOf = (kind: BlockKind): z.ZodRawShape => (kind === 'text' ? sentTextFields : blockFields[kind])

/** What a block's form sends, with the state of the block it was begun from (`was`). */
export type SentFields = Readonly<Record<string, string>>
export const blockForm = (kind: BlockKind): z.ZodType<SentFields> =>
  z.object({ ...fieldsOf(kind), was: z.string().default('') })

/** A form that was not taken: what was typed, why not, and the status to answer with. */
export interface RefusedForm {
  readonly typed: Typed
  readonly errors: Errors
  readonly status: 409 | 413 | 422
}

/** What a block's fields show: all of it that is a text. */
export const typedOf = (block: Block): Typed =>
  Object.fromEntries(Object.entries(block).filter((field): field is [string, string] => typeof field[1] === 'string'))
