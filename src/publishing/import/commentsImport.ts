import { insertMany, type Row } from '../../platform/bulk.ts'
import { safeUrl } from '../../writing/index.ts'
import type { ItemComment } from '../wordpress/export.ts'
import { decide, type Decisions, type Wanted } from './decisions.ts'
import type { Placed } from './entriesImport.ts'
import { parentsFirst } from './forest.ts'
import { commentKey, cut, fingerprint, itemKey, momentIn } from './rules.ts'
import type { Run } from './run.ts'

interface WantedComment extends Wanted {
  readonly comment: ItemComment
  readonly entryId: string
  readonly body: string
  /** The key of the comment it answers. */
  readonly answers: string | null
}

/** Rows of one statement. */
const AT_ONCE = 2000

/** Brings in the comments of a batch of entries, each in its state, with its thread. Network addresses were never read. */
export async function importComments(run: Run, placed: readonly Placed[]): Promise<void> {
  const { act } = run
  const decisions = await decide(run, { table: 'comment', wanted: placed.flatMap((one) => wantedOf(run, one)) })
  const rows = rowsOf(decisions, act.at)
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await insertMany(act, 'publishing.comment', rows.slice(start, start + AT_ONCE))
  for (const {
    id,
    wanted: { body, comment },
  } of decisions.changed)
    await act.tx
      .updateTable('publishing.comment')
      .set({ body, status: comment.approval })
      .where('id', '=', id)
      .execute()
  await decisions.keep()
}

function wantedOf({ tally }: Run, { item, commentTexts, entryId }: Placed): WantedComment[] {
  const own = itemKey(item)
  return item.comments.flatMap((comment, i) => {
    if (comment.type === 'pingback' || comment.type === 'trackback') {
      tally.leaveOut('comments', {
        reason: 'It is a notice from another website (a pingback), not a comment.',
        name: comment.author,
      })
      return []
    }
    const body = commentTexts[i] ?? ''
    tally.report.comments_by_state[comment.approval] += 1
    return [
      {
        comment,
        entryId,
        body,
        key: commentKey(comment, own),
        answers: comment.parentId ? commentKey({ ...comment, id: comment.parentId }, own) : null,
        hash: fingerprint([comment.author, comment.url, body, comment.approval, comment.publishedAt]),
        name: comment.author,
        countedAs: 'comments',
      },
    ]
  })
}

function rowOf({ comment, entryId, body }: WantedComment, now: Date) {
  const url = safeUrl(comment.url.trim())
  return {
    entry_id: entryId,
    author_name: cut(comment.author.replace(/\s+/g, ' ').trim(), 300) || 'Anonymous',
    author_email: comment.email.length <= 254 && comment.email.includes('@') ? comment.email : null,
    author_url: url && /^https?:/i.test(url) && url.length <= 1000 ? url : null,
    body,
    status: comment.approval,
    official: comment.official,
    written_at: momentIn(comment.publishedAt) ?? now,
  }
}

/** What is answered comes before its answers: they may go in by different statements. */
function rowsOf({ all, made }: Decisions<WantedComment>, now: Date): Row[] {
  const ids = new Map(all.map(({ id, wanted: { key } }) => [key, id]))
  const byId = new Map(made.map(({ id, wanted }) => [id, wanted]))
  const links = new Map(made.map(({ id, wanted: { answers } }) => [id, (answers && ids.get(answers)) || null]))
  return parentsFirst(links).map(({ id, above }) => ({ id, parent_id: above, ...rowOf(byId.get(id)!, now) }))
}
