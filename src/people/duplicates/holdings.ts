import { type HeldPart, heldRows } from '../heldRows.ts'

/** What is made to find duplicates goes with whom it was made from. It says nothing that the record does not. */
export const duplicatesHeld: readonly HeldPart[] = [
  heldRows({ table: 'people.likeness', what: 'Hash to find duplicates by', why: '', says: () => null }),
  heldRows({ table: 'people.likeness_key', what: 'Marks to find duplicates by', why: '', says: () => null }),
  heldRows({
    table: 'people.duplicate',
    columns: ['one_id', 'other_id'],
    what: 'Records that may be the same person',
    why: '',
    says: () => null,
  }),
]
