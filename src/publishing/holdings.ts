import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasure, Holding } from '../platform/slice.ts'
import { persons } from '../people/index.ts'

/** The names a person writes under, and the comments left with their email address. */
export async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const bylines = await bylinesOf(tx, personId)
  const comments = await commentsOf(tx, personId)
  return [
    ...bylines.map(({ name, pen_name }) => ({
      what: pen_name ? 'Pen name' : 'Name as an author',
      value: name,
      why: 'To show readers who wrote a text',
    })),
    ...comments.map(({ author_name, body }) => ({
      what: 'Comment',
      value: `${author_name}: ${body}`,
      why: 'You left it on the website with your email address',
    })),
  ]
}

/** Texts stay under the name they were published with; who stood behind it is forgotten. Comments lose name and address. */
export async function erase(act: Act, personId: string, { dryRun }: { dryRun: boolean }): Promise<readonly Erasure[]> {
  const { tx } = act
  const bylines = await bylinesOf(tx, personId)
  const comments = await commentsOf(tx, personId)
  const found: Erasure[] = [
    { what: 'Who stands behind the name of an author', count: bylines.length },
    { what: 'Name, email and website on comments', count: comments.length },
  ]
  if (dryRun) return found
  const [authorIds, commentIds] = [bylines.map(({ id }) => id), comments.map(({ id }) => id)]
  await forgetBefore(act, 'publishing.author', authorIds)
  await forgetBefore(act, 'publishing.comment', commentIds)
  if (authorIds.length)
    await tx.updateTable('publishing.author').set({ person_id: null, about: '' }).where('id', 'in', authorIds).execute()
  const unnamed = { author_name: 'Erased', author_email: null, author_url: null }
  if (commentIds.length) await tx.updateTable('publishing.comment').set(unnamed).where('id', 'in', commentIds).execute()
  return found
}

const bylinesOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('publishing.author')
    .select(['id', 'name', 'pen_name'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .execute()

async function commentsOf(tx: Tx, personId: string) {
  const person = await persons.find(tx, personId)
  if (!person?.email) return []
  return tx
    .selectFrom('publishing.comment')
    .select(['id', 'author_name', 'body'])
    .where(sql`lower(author_email)`, '=', person.email.toLowerCase())
    .orderBy('written_at')
    .execute()
}

/** Rows kept for undo would bring back what was erased. */
async function forgetBefore({ tx }: Act, table: string, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx
    .deleteFrom('platform.undo')
    .where('table_name', '=', table)
    .where(sql`key ->> 'id'`, 'in', ids)
    .execute()
}
