import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { AnsweredComment, TalkedPost } from '../posts.ts'
import { Shown } from './CommentPage.tsx'
import { Trap } from '../../../ui/Trap.tsx'

interface Props {
  site: PublicSite
  zone: string
  post: TalkedPost
  comment: AnsweredComment
  trouble?: string | undefined
  typed?: Typed | undefined
  errors?: Errors | undefined
}

/** A reader says what is wrong with a comment. */
export const ReportPage = ({ site, zone, post, comment, trouble, typed, errors }: Props) => (
  <PublicLayout
    head={{ title: 'Report a comment', noindex: true, refused: errors !== undefined }}
    site={site}
    path={post.href}
  >
    <div class="column section-end stack-l">
      <PageTop
        title="Report a comment"
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
      <Shown comment={comment} zone={zone} />
      <form method="post" action={`/comments/${comment.id}/report`} novalidate class="comment-form">
        <TextArea
          name="reason"
          label="What is wrong with it?"
          hint="An officer of the group reads this and decides. You need not say who you are."
          maxlength={500}
          rows={4}
          value={typedText(typed, 'reason')}
          error={errors?.['reason']}
        />
        <Trap />
        <p class="row">
          <Button icon="flag">Report the comment</Button>
        </p>
      </form>
    </div>
  </PublicLayout>
)
