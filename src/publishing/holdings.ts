import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../platform/slice.ts'
import { persons } from '../people/index.ts'
import { eraseReader, type HeldOfReader, heldOfReader } from './comments/erasure.ts'
import { forgetBefore } from './forgetting.ts'

/** The names a person writes under, and the comments left with their email address. */
export async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const bylines = await bylinesOf(tx, personId)
  const { comments, unconfirmed } = await commentsOf(tx, await emailOf(tx, personId))
  return [
    ...bylines.map(({ name, pen_name }) => ({
      what: pen_name ? 'Pen name' : 'Name as an author',
      value: name,
      why: 'To show readers who wrote a text',
    })),
    ...comments.map(({ author, body }) => ({
      what: 'Comment',
      value: `${author}: ${body}`,
      why: 'You left it on the website with your email address',
    })),
    ...(unconfirmed
      ? [{ what: 'Comments not confirmed', value: String(unconfirmed), why: 'They wait for you to open our letter' }]
      : []),
  ]
}

/** Texts stay under the name they were published with; who stood behind it is forgotten. Comments lose name and address. */
export async function erase(act: Act, personId: string, { dryRun }: Erasing): Promise<readonly Erasure[]> {
  const { tx } = act
  const bylines = await bylinesOf(tx, personId)
  const email = await emailOf(tx, personId)
  const { comments, unconfirmed } = await commentsOf(tx, email)
  const found: Erasure[] = [
    { what: 'Who stands behind the name of an author', count: bylines.length },
    { what: 'Name, email and website on comments', count: comments.length },
    { what: 'Comments not confirmed', count: unconfirmed },
  ]
  if (dryRun) return found
  const authorIds = bylines.map(({ id }) => id)
  await forgetBefore(act, 'publishing.author', authorIds)
  if (authorIds.length)
    await tx.updateTable('publishing.author').set({ person_id: null, about: '' }).where('id', 'in', authorIds).execute()
  if (email !== null) await eraseReader(act, email)
  return found
}

const bylinesOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('publishing.author')
    .select(['id', 'name', 'pen_name'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .execute()

const emailOf = async (tx: Tx, personId: string): Promise<string | null> =>
  (await persons.find(tx, personId))?.email ?? null

const commentsOf = async (tx: Tx, email: string | null): Promise<HeldOfReader> =>
  email === null ? { comments: [], unconfirmed: 0 } : heldOfReader(tx, email)
