import { Avatar } from '../../../ui/Avatar.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import type { Child } from '../../../ui/jsx/child.ts'
import { MetaLine } from '../../../ui/MetaLine.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Shelf } from '../forms.ts'
import { linksIn } from '../links.ts'
import type { QueuedComment } from '../queue.ts'
import { commentBody } from '../threads.tsx'
import { type Choice, choices, holdSentence, oddSentence } from './words.ts'

interface Props {
  comment: QueuedComment
  shelf: Shelf
  zone: string
  /** Hidden fields that lead back to this place in the queue. */
  back: Child
  /** The form of the bar above, to which the tick belongs. */
  bulk: string
  ticked: boolean
}

/** One comment as an officer reads it, with what can be done about it. */
export const CommentCard = ({ comment, shelf, zone, back, bulk, ticked }: Props) => (
  <li class="card pad queued">
    <div class="queued-head">
      <label class="tick-target">
        <input type="checkbox" form={bulk} name="id" value={comment.id} checked={ticked} />
        <span class="unseen">Tick the comment by {comment.author}</span>
      </label>
      <Avatar name={comment.author} />
      <div>
        <h2>{comment.author}</h2>
        <Where comment={comment} zone={zone} />
      </div>
    </div>
    <CommentWords comment={comment} />
    <form class="row row-s" method="post" action="/office/comments/decisions">
      {back}
      <input type="hidden" name="id" value={comment.id} />
      {choices[shelf].map((choice) => (
        <DecisionButton choice={choice} author={comment.author} />
      ))}
      {(shelf === 'pending' || shelf === 'approved' || shelf === 'reported') && (
        <ButtonLink
          href={`/office/comments/${comment.id}`}
          tone="ghost"
          icon="message-square"
          aria-label={`Reply to ${comment.author}`}
        >
          Reply
        </ButtonLink>
      )}
    </form>
  </li>
)

const DecisionButton = ({ choice: { to, label, icon, tone }, author }: { choice: Choice; author: string }) => (
  <Button name="to" value={to} icon={icon} tone={tone} aria-label={`${label}: the comment by ${author}`}>
    {label}
  </Button>
)

/** The post it stands under, when it was written, and by whom. */
export const Where = ({
  comment: { post, email, writtenAt, answers, official },
  zone,
}: Pick<Props, 'comment' | 'zone'>) => (
  <>
    <p class="meta">
      On {post.href ? <a href={`${post.href}#comments`}>{post.title}</a> : post.title}
      {answers && `, answering ${answers}`}
    </p>
    <MetaLine items={[<Time at={writtenAt} zone={zone} as="dayAndTime" />, official ? 'from the group' : email]} />
  </>
)

/** What was written, why it waits, where its links really lead, and what readers say is wrong with it. */
export const CommentWords = ({ comment: { body, held, reports } }: Pick<Props, 'comment'>) => {
  const odd = linksIn(body).filter((link) => link.odd)
  const reasons = held.filter(({ kind }) => kind !== 'host')
  return (
    <>
      <div class="queued-words">{commentBody(body)}</div>
      {reasons.length > 0 && (
        <p class="meta">
          <Chip tone="warn">Held</Chip> {reasons.map(holdSentence).join(' ')}
        </p>
      )}
      {odd.length > 0 && (
        <Notice tone="warn">
          {odd.map(({ host, odd: why }) => (
            <p>
              A link leads to <code>{host}</code>. {why && oddSentence[why]}
            </p>
          ))}
        </Notice>
      )}
      {reports.length > 0 && (
        <Notice tone="bad">
          {reports.map(({ reason }) => (
            <p>A reader reports: {reason}</p>
          ))}
        </Notice>
      )}
    </>
  )
}
