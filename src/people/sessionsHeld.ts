import { day } from '../ui/words.ts'
import { type HeldPart, heldRows } from './heldRows.ts'

const requests = heldRows({ table: 'people.sign_in', what: 'Requests to sign in', why: '', says: () => null })
const signedIn = heldRows<{ started_at: Date; browser: string | null }>({
  table: 'people.session',
  what: 'Sessions',
  why: 'To keep you signed in',
  says: ({ started_at, browser }) => [`Since ${day(started_at, 'UTC')}`, browser].filter(Boolean).join(', '),
  orderBy: 'started_at',
})

/** Where somebody is signed in, and their requests to be. */
export const sessions: HeldPart = {
  holds: async (tx, personId) => [...(await signedIn.holds(tx, personId))],
  erase: async (act, personId, how) => [
    ...(await signedIn.erase(act, personId, how)),
    ...(await requests.erase(act, personId, how)),
  ],
}
