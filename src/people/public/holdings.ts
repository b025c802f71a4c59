import { heldRows } from '../heldRows.ts'

/** What a person gave for the public page of officers. That they agreed to it stands in the ledger. */
export const officerPage = heldRows<{ biography: string; photo_sha256: string | null }>({
  table: 'people.officer_page',
  what: 'Words and picture as an officer',
  why: 'You wrote it, or gave it',
  says: ({ biography, photo_sha256 }) => [biography, photo_sha256 && 'One picture'].filter(Boolean).join(' ') || null,
})
