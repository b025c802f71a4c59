import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../platform/slice.ts'
import { persons } from '../people/index.ts'
import { mentions } from '../platform/mentions.ts'
import { documents } from '../writing/index.ts'
import { eraseReader, type HeldOfReader, heldOfReader } from './comments/erasure.ts'
import { forgetBefore } from './forgetting.ts'

/** The names a person writes under, and the comments left with their email address. */
export async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const bylines = await bylinesOf(tx, personId)
  const { comments, unconfirmed } = await commentsOf(tx, await persons.addressesOf(tx, personId))
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
  const emails = await persons.addressesOf(tx, personId)
  const { comments, unconfirmed } = await commentsOf(tx, emails)
  const found: Erasure[] = [
    { what: 'Who stands behind the name of an author', count: bylines.length },
    {
      what: 'Name under published texts',
      count: bylines.filter(({ pen_name }) => !pen_name).length,
      keptBecause:
        'A published text keeps the name it was published under, for freedom of expression. It no longer leads to a person. To take the name off too, change the author’s name first.',
    },
    { what: 'Name, email and website on comments', count: comments.length },
    {
      what: 'The words of those comments',
      count: comments.length,
      keptBecause:
        'Others have answered them. They stay without a name. To take them off too, delete the comments first.',
    },
    { what: 'Comments not confirmed', count: unconfirmed },
    ...(await mentioned(tx, personId)),
  ]
  if (dryRun) return found
  const authorIds = bylines.map(({ id }) => id)
  await forgetBefore(act, 'publishing.author', authorIds)
  if (authorIds.length)
    await tx.updateTable('publishing.author').set({ person_id: null, about: '' }).where('id', 'in', authorIds).execute()
  for (const email of emails) await eraseReader(act, email)
  return found
}

async function mentioned(tx: Tx, personId: string): Promise<readonly Erasure[]> {
  const name = (await persons.find(tx, personId))?.name ?? ''
  return [
    await documents.mentions(tx, name),
    await mentions(tx, name, {
      what: 'Comments that mention this name',
      table: 'publishing.comment',
      columns: ['body'],
    }),
  ]
}

const bylinesOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('publishing.author')
    .select(['id', 'name', 'pen_name'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .execute()

async function commentsOf(tx: Tx, emails: readonly string[]): Promise<HeldOfReader> {
  const held: HeldOfReader[] = []
  for (const email of emails) held.push(await heldOfReader(tx, email))
  return {
    comments: held.flatMap(({ comments }) => comments),
    unconfirmed: held.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
  }
}
