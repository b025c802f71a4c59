import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { LONGEST_COMMENT } from '../rules.ts'
import type { QueuedComment } from '../queue.ts'
import { CommentWords, Where } from './CommentCard.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  comment: QueuedComment
  /** The names under which the answer may stand. */
  names: { readonly me: string; readonly group: string }
  typed?: Typed | undefined
  errors?: Errors | undefined
}

/** One comment, and an officer's answer to it. */
export const AnswerPage = ({ frame, zone, comment, names, typed, errors }: Props) => {
  const waits = comment.status === 'pending'
  return (
    <OfficeLayout {...frame} head={{ title: `Comment by ${comment.author}`, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={`Comment by ${comment.author}`}
        crumbs={[{ label: 'Comments', href: '/office/comments' }, { label: comment.author }]}
      />
      <div class="stack-l">
        <Card padded>
          <div class="stack-s">
            <Where comment={comment} zone={zone} />
            <CommentWords comment={comment} />
          </div>
        </Card>
        {(waits || comment.status === 'approved') && (
          <Card>
            <CardHead title="Your answer" />
            <form class="pad comment-form" method="post" action={`/office/comments/${comment.id}/answer`} novalidate>
              <TextArea
                name="answer"
                label="Answer"
                hint="It is on the website at once, marked as the group’s."
                maxlength={LONGEST_COMMENT}
                rows={5}
                value={typedText(typed, 'answer')}
                error={errors?.['answer']}
              />
              <RadioCards
                name="as"
                label="Under which name?"
                options={[
                  { value: 'me', label: names.me },
                  { value: 'group', label: names.group },
                ]}
                value={typedText(typed, 'as') ?? 'me'}
              />
              <p class="row later">
                <Button icon="send">{waits ? 'Approve the comment and answer' : 'Publish the answer'}</Button>
              </p>
            </form>
          </Card>
        )}
      </div>
    </OfficeLayout>
  )
}
