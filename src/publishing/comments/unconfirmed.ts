import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue } from '../../platform/jobs.ts'
import { send } from '../../platform/letters.ts'
import { limit } from '../../platform/rate.ts'
import { hashToken, keyedHash, newToken } from '../../platform/secret.ts'
import { readSettings } from '../../platform/settings.ts'
import { whyHeld } from './holding.ts'
import { confirmationLetter } from './letter.ts'
import { tellOfficersJob } from './notices.ts'
import { findPost, type TalkedPost } from './posts.ts'
import { receive } from './receivedComments.ts'
import { CONSENT, isOver } from './rules.ts'
import { commentsSetting } from './settings.ts'

/** A comment as somebody sent it, from whatever network, with whatever address. */
export interface Sent {
  readonly post: Pick<TalkedPost, 'id' | 'title'>
  readonly parentId: string | null
  readonly name: string
  readonly email: string
  readonly comment: string
}

/** Who sent it, for limits only, and where the letter's link shall lead. */
export interface Sender {
  /** A keyed hash. */
  readonly network: string
  readonly secret: string
  readonly origin: string
}

/**
 * Keeps a comment apart until its address is confirmed, and sends the letter. Its words, its name and its address are in
 * one row of this table and nowhere else. A 429 Refusal for a network or an address that sends too much.
 */
export async function takeIn(act: Act, sent: Sent, { network, secret, origin }: Sender): Promise<void> {
  await limit(act, { key: `comment ${network}`, times: 6, minutes: 10 })
  await limit(act, { key: `comment ${network} day`, times: 60, minutes: 24 * 60 })
  const address = keyedHash(secret, 'comment address', sent.email.toLowerCase())
  await limit(act, { key: `${address} day`, times: 10, minutes: 24 * 60 }) // nobody's mailbox is filled by our letters
  const token = newToken()
  await act.tx
    .insertInto('publishing.unconfirmed_comment')
    .values({
      group_id: act.group.id,
      entry_id: sent.post.id,
      parent_id: sent.parentId,
      author_name: sent.name,
      author_email: sent.email,
      body: sent.comment,
      consent: CONSENT,
      token_hash: hashToken(token),
      sent_at: act.at,
    })
    .execute()
  const { name: group } = act.group
  const link = `${origin}/comments/confirm/${token}`
  await send(act, confirmationLetter({ to: sent.email, group, title: sent.post.title, link }))
}

/** What a link's page may say. `used`: confirmed before. `gone`: the post was taken down meanwhile. */
export type Standing = 'waiting' | 'used' | 'over' | 'gone'

/** Looks only: mail scanners open links. */
export async function lookUp(tx: Tx, token: string, at: Date): Promise<Standing> {
  const row = await tx
    .selectFrom('publishing.unconfirmed_comment')
    .select(['sent_at', 'confirmed_at', 'entry_id'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row) return 'over'
  if (row.confirmed_at) return 'used'
  if (isOver(row.sent_at, at)) return 'over'
  return isPost(await findPost(tx, row.entry_id)) ? 'waiting' : 'gone'
}

const isPost = (found: Awaited<ReturnType<typeof findPost>>): found is TalkedPost => found !== null && found !== 'gone'

/** What became of a comment by the press of the button; `href` is where it can be read, or where it will be. */
export type Confirmed =
  | { readonly standing: 'pending' | 'approved'; readonly id: string; readonly href: string }
  | { readonly standing: Exclude<Standing, 'waiting'> }

/**
 * Confirms an address by its token, once: the comment goes to the queue, or at once to its post if the group trusts the
 * address. Takes nothing but the token, and empties the row, so that a second press has nothing left to change.
 */
export async function confirm(act: Act, token: string): Promise<Confirmed> {
  const row = await act.tx
    .selectFrom('publishing.unconfirmed_comment')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .forUpdate()
    .executeTakeFirst()
  if (row?.confirmed_at) return { standing: 'used' }
  if (!row || isOver(row.sent_at, act.at) || row.author_email === null) return { standing: 'over' }
  const post = await findPost(act.tx, row.entry_id)
  if (!isPost(post)) return { standing: 'gone' }
  const [name, email, body] = [row.author_name ?? '', row.author_email, row.body ?? '']
  const { rules } = await readSettings(act.tx, { rules: commentsSetting })
  const held = whyHeld({ name, email, body }, rules)
  const trusted = rules.trustKnown && held.length === 0 && (await isKnown(act.tx, email))
  const standing = trusted ? 'approved' : 'pending'
  await act.tx
    .updateTable('publishing.unconfirmed_comment')
    .set({ author_name: null, author_email: null, body: null, confirmed_at: act.at })
    .where('id', '=', row.id)
    .execute()
  const place = { id: row.id, entryId: post.id, parentId: row.parent_id, writtenAt: row.sent_at }
  await receive(act, { ...place, author: name, email, body, status: standing, consent: row.consent, held })
  if (standing === 'pending') await enqueue(act, { job: tellOfficersJob, payload: {}, key: tellOfficersJob.name })
  return { standing, id: row.id, href: post.href }
}

/** Whether an officer has approved a comment from this address before. */
async function isKnown(tx: Tx, email: string): Promise<boolean> {
  const known = await tx
    .selectFrom('publishing.comment')
    .select('id')
    .where(sql`lower(author_email)`, '=', email.toLowerCase())
    .where('status', '=', 'approved')
    .limit(1)
    .executeTakeFirst()
  return known !== undefined
}
