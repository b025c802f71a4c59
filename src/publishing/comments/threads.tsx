import type { Child } from '../../ui/jsx/child.ts'
import type { ThreadComment } from '../../ui/CommentThread.tsx'
import { safeUrl } from '../../writing/index.ts'
import type { ShownComment } from '../public/companions.ts'
import { cutAtAddresses, shownAddress } from './links.ts'

/** Comments under what they answer. One whose answered comment is not shown stands at the top. */
export function threaded(
  comments: readonly ShownComment[],
  { group, open }: { readonly group: string; readonly open: boolean },
): readonly ThreadComment[] {
  const shown = new Set(comments.map(({ id }) => id))
  const byParent = Map.groupBy(comments, ({ parentId }) => (parentId !== null && shown.has(parentId) ? parentId : null))
  const below = (parent: string | null): readonly ThreadComment[] =>
    (byParent.get(parent) ?? []).map((comment) => ({
      id: comment.id,
      author: comment.author || 'Somebody',
      authorHref: webAddress(comment.authorUrl),
      badge: comment.official ? group : undefined,
      at: comment.writtenAt,
      body: commentBody(comment.body),
      actions: <Actions comment={comment} open={open} />,
      replies: below(comment.id),
    }))
  return below(null)
}

const Actions = ({ comment: { id, author }, open }: { comment: ShownComment; open: boolean }) => (
  <>
    {open && (
      <a href={`/comments/${id}/reply`} rel="nofollow" aria-label={`Reply to ${author || 'Somebody'}`}>
        Reply
      </a>
    )}
    <a href={`/comments/${id}/report`} rel="nofollow" aria-label={`Report the comment by ${author || 'Somebody'}`}>
      Report
    </a>
  </>
)

/** What a visitor wrote, in paragraphs. Web addresses in it become links that search engines do not follow. */
export const commentBody = (body: string): Child =>
  body
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => <p>{lines(text.trim())}</p>)

const lines = (text: string): Child => text.split('\n').map((line, at) => [at > 0 && <br />, withLinks(line)])

const withLinks = (line: string): Child =>
  cutAtAddresses(line).map((piece, at) => {
    const href = at % 2 === 1 ? webAddress(piece) : undefined
    return href ? (
      <a href={href} rel="nofollow ugc">
        {shownAddress(piece)}
      </a>
    ) : (
      piece
    )
  })

/** Only whole web addresses: a comment's author has no business with our own pages. */
function webAddress(url: string | null): string | undefined {
  const safe = url === null ? null : safeUrl(url)
  return safe !== null && /^https?:/i.test(safe) ? safe : undefined
}
