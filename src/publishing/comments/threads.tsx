import type { Child } from '../../ui/jsx/child.ts'
import type { ThreadComment } from '../../ui/CommentThread.tsx'
import { safeUrl } from '../../writing/index.ts'
import type { ShownComment } from '../public/companions.ts'

/** Comments under what they answer. One whose answered comment is not shown stands at the top. */
export function threaded(comments: readonly ShownComment[]): readonly ThreadComment[] {
  const shown = new Set(comments.map(({ id }) => id))
  const byParent = Map.groupBy(comments, ({ parentId }) => (parentId !== null && shown.has(parentId) ? parentId : null))
  const below = (parent: string | null): readonly ThreadComment[] =>
    (byParent.get(parent) ?? []).map((comment) => ({
      id: comment.id,
      author: comment.author || 'Somebody',
      authorHref: webAddress(comment.authorUrl),
      at: comment.writtenAt,
      body: paragraphs(comment.body),
      replies: below(comment.id),
    }))
  return below(null)
}

/** Only whole web addresses: a comment's author has no business with our own pages. */
function webAddress(url: string | null): string | undefined {
  const safe = url === null ? null : safeUrl(url)
  return safe !== null && /^https?:/i.test(safe) ? safe : undefined
}

const paragraphs = (body: string): Child =>
  body
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => <p>{lines(text.trim())}</p>)

const lines = (text: string): Child => text.split('\n').map((line, at) => [at > 0 && <br />, withLinks(line)])

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'’”])/g

/** Web addresses in what a visitor wrote become links that search engines do not follow. */
const withLinks = (line: string): Child =>
  line.split(ADDRESS).map((piece, at) => {
    const href = at % 2 === 1 ? webAddress(piece) : undefined
    return href ? (
      <a href={href} rel="nofollow ugc">
        {piece}
      </a>
    ) : (
      piece
    )
  })
