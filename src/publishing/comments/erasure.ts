import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { forgetBefore } from '../forgetting.ts'

/** What is held under a reader's email address, whoever that is. */
export interface HeldOfReader {
  readonly comments: readonly { readonly id: string; readonly author: string; readonly body: string }[]
  /** Sent, and waiting for their address to be confirmed. */
  readonly unconfirmed: number
}

export async function heldOfReader(tx: Tx, email: string): Promise<HeldOfReader> {
  const comments = await tx
    .selectFrom('publishing.comment')
    .select(['id', 'author_name as author', 'body'])
    .where(sql`lower(author_email)`, '=', email.toLowerCase())
    .orderBy('written_at')
    .execute()
  const { unconfirmed } = await tx
    .selectFrom('publishing.unconfirmed_comment')
    .select(({ fn }) => fn.countAll<number>().as('unconfirmed'))
    .where(sql`lower(author_email)`, '=', email.toLowerCase())
    .executeTakeFirstOrThrow()
  return { comments, unconfirmed }
}

/** Takes name, address and website off a reader's comments, and deletes those not confirmed. What was said stays, without a name. */
export async function eraseReader(act: Act, email: string): Promise<HeldOfReader> {
  const held = await heldOfReader(act.tx, email)
  const ids = held.comments.map(({ id }) => id)
  await forgetBefore(act, 'publishing.comment', ids)
  if (ids.length)
    await act.tx
      .updateTable('publishing.comment')
      .set({ author_name: 'Erased', author_email: null, author_url: null })
      .where('id', 'in', ids)
      .execute()
  await act.tx
    .deleteFrom('publishing.unconfirmed_comment')
    .where(sql`lower(author_email)`, '=', email.toLowerCase())
    .execute()
  return held
}
