import { CommentThread } from '../../../ui/CommentThread.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import type { AnsweredComment, TalkedPost } from '../posts.ts'
import { commentBody } from '../threads.tsx'
import { CommentFields, type CommentFormProps } from './CommentFields.tsx'

interface Props extends Omit<CommentFormProps, 'entryId' | 'reply'> {
  site: PublicSite
  zone: string
  post: TalkedPost
  answered: AnsweredComment | null
  /** Why it was not taken, where no field is to blame. */
  trouble?: string | undefined
}

/** The form on a page of its own: for a reply, and with what was typed when something was wrong with it. */
export const CommentPage = ({ site, zone, post, answered, trouble, typed, errors }: Props) => {
  const title = answered ? `Reply to ${answered.author}` : 'Write a comment'
  return (
    <PublicLayout head={{ title, noindex: true, refused: errors !== undefined }} site={site} path={post.href}>
      <div class="column section-end stack-l">
        <PageTop
          title={title}
          crumbs={[
            { label: 'Home', href: '/' },
            { label: post.title, href: post.href },
          ]}
        />
        <ErrorSummary errors={errors} />
        {trouble && (
          <Notice tone="warn">
            <p>{trouble}</p>
          </Notice>
        )}
        {answered && <Shown comment={answered} zone={zone} />}
        <CommentFields entryId={post.id} reply={answered?.id} typed={typed} errors={errors} />
      </div>
    </PublicLayout>
  )
}

/** One comment, as it stands under its post. */
export const Shown = ({ comment, zone }: { comment: AnsweredComment; zone: string }) => (
  <CommentThread
    comments={[
      {
        id: comment.id,
        author: comment.author,
        at: comment.writtenAt,
        body: commentBody(comment.body),
        replies: [],
      },
    ]}
    zone={zone}
  />
)
