import { Avatar } from './Avatar.tsx'
import { Chip } from './Chip.tsx'
import type { Child } from './jsx/child.ts'
import { Time } from './Time.tsx'

export interface ThreadComment {
  id: string
  author: string
  /** Already passed through `safeUrl`. */
  authorHref?: string | undefined
  at: Date
  /** Paragraphs, as text or as trusted HTML. */
  body: Child
  replies: readonly ThreadComment[]
  /** "The group", "Author": who they are here. */
  badge?: string | undefined
  /** Links and buttons under it: reply, report. */
  actions?: Child
}

/** Deeper replies stand on the last level, one below the other: on a phone there is no room to go further in. */
const DEEPEST = 3

export const CommentThread = ({ comments, zone }: { comments: readonly ThreadComment[]; zone: string }) => (
  <Level comments={comments} zone={zone} depth={1} />
)

const Level = ({ comments, zone, depth }: { comments: readonly ThreadComment[]; zone: string; depth: number }) => (
  <ol class="comments" role="list">
    {comments.map((comment) => (
      <li>
        <One comment={comment} zone={zone} />
        {comment.replies.length > 0 && depth < DEEPEST && (
          <Level
            comments={depth + 1 === DEEPEST ? comment.replies.flatMap(flatten) : comment.replies}
            zone={zone}
            depth={depth + 1}
          />
        )}
      </li>
    ))}
  </ol>
)

const One = ({ comment, zone }: { comment: ThreadComment; zone: string }) => (
  <article class="comment" id={`comment-${comment.id}`} aria-label={`Comment by ${comment.author}`}>
    <header>
      <Avatar name={comment.author} />
      <div>
        <b>
          {comment.authorHref ? (
            <a href={comment.authorHref} rel="nofollow ugc">
              {comment.author}
            </a>
          ) : (
            comment.author
          )}{' '}
          {comment.badge && <Chip tone="go">{comment.badge}</Chip>}
        </b>
        <a class="meta" href={`#comment-${comment.id}`}>
          <Time at={comment.at} zone={zone} as="dayAndTime" />
        </a>
      </div>
    </header>
    {comment.body}
    {comment.actions && <footer>{comment.actions}</footer>}
  </article>
)

const flatten = (comment: ThreadComment): readonly ThreadComment[] => [
  { ...comment, replies: [] },
  ...comment.replies.flatMap(flatten),
]
