import { insertMany, newIds } from '../../platform/bulk.ts'
import type { ItemComment } from '../wordpress/export.ts'
import { safeUrl } from '../../writing/index.ts'
import { commentText } from './conversion.ts'
import type { Placed } from './entriesImport.ts'
import { findOrigins, keepOrigins, keptReason, type NewOrigin, verdictOn } from './origins.ts'
import { commentKey, fingerprint, itemKey, momentIn } from './rules.ts'
import type { Run } from './run.ts'

interface Wanted {
  readonly comment: ItemComment
  readonly key: string
  readonly entryId: string
  readonly body: string
  readonly hash: string
}

/** Brings in the comments of a batch of entries, each in its state, with its thread. Network addresses were never read. */
export async function importComments(run: Run, placed: readonly Placed[]): Promise<void> {
  for (const part of batches(placed.flatMap((one) => wantedOf(run, one)))) await importBatch(run, part)
}

function wantedOf({ tally }: Run, { item, entryId }: Placed): Wanted[] {
  return item.comments.flatMap((comment) => {
    if (comment.type === 'pingback' || comment.type === 'trackback') {
      tally.leaveOut('comments', { reason: 'It is a notice from another website (a pingback), not a comment.', name: comment.author })
      return []
    }
    const body = commentText(comment).slice(0, 65_000)
    tally.report.comments_by_state[comment.approval] += 1
    return [{ comment, key: commentKey(comment, itemKey(item)), entryId, body, hash: fingerprint([comment.author, comment.url, body, comment.approval, comment.publishedAt]) }]
  })
}

async function importBatch({ act, source, tally }: Run, wanted: readonly Wanted[]): Promise<void> {
  const parents = wanted.flatMap(({ comment: { parentId } }) => (parentId ? [`comment:${parentId}`] : []))
  const origins = await findOrigins(act, { source, table: 'comment', items: [...wanted.map(({ key }) => key), ...parents] })
  const ids = await newIds(act, wanted.length)
  const byKey = new Map([...origins].flatMap(([key, { recordId, now }]) => (recordId && now ? [[key, recordId]] : [])))
  const made: Wanted[] = []
  const kept: NewOrigin[] = []
  for (const [i, one] of wanted.entries()) {
    const origin = origins.get(one.key)
    const verdict = verdictOn(origin, one.hash)
    if (verdict === 'edited_here' || verdict === 'removed_here') {
      tally.leaveOut('comments', { reason: keptReason[verdict], name: '' })
      continue
    }
    if (verdict === 'new' && byKey.has(one.key)) {
      tally.leaveOut('comments', { reason: 'It stood in the export twice.', name: '' })
      continue
    }
    const id = origin?.recordId ?? ids[i]!
    byKey.set(one.key, id)
    tally.add('comments', verdict === 'new' ? 'made' : verdict)
    if (verdict === 'new') made.push(one)
    if (verdict === 'changed') await act.tx.updateTable('publishing.comment').set({ body: one.body, status: one.comment.approval }).where('id', '=', id).execute()
    if (verdict !== 'unchanged') kept.push({ item: one.key, recordId: id, itemHash: one.hash })
  }
  const entryOf = new Map(wanted.map(({ key, entryId }) => [key, entryId]))
  const parentOf = ({ comment: { parentId }, entryId }: Wanted) => {
    const key = `comment:${parentId ?? ''}`
    return parentId && (entryOf.get(key) ?? entryId) === entryId ? (byKey.get(key) ?? null) : null
  }
  await insertMany(act, 'publishing.comment', made.map((one) => ({ ...rowOf(one, act.at), id: byKey.get(one.key), parent_id: parentOf(one) })))
  await keepOrigins(act, { source, table: 'comment', origins: kept })
}

function rowOf({ comment, entryId, body }: Wanted, now: Date) {
  const url = safeUrl(comment.url.trim())
  return {
    entry_id: entryId,
    author_name: comment.author.trim().slice(0, 300) || 'Anonymous',
    author_email: comment.email.length <= 254 && comment.email.includes('@') ? comment.email : null,
    author_url: url && /^https?:/i.test(url) && url.length <= 1000 ? url : null,
    body,
    status: comment.approval,
    written_at: momentIn(comment.publishedAt) ?? now,
  }
}

/** Many comments of one post are brought in by the thousand, so that no statement grows without bound. */
function* batches(all: readonly Wanted[]): Generator<readonly Wanted[]> {
  for (let start = 0; start < all.length; start += 1000) yield all.slice(start, start + 1000)
}
