import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { CONSENT, LONGEST_COMMENT } from '../rules.ts'
import { Trap } from '../../../ui/Trap.tsx'

export interface CommentFormProps {
  readonly entryId: string
  /** The comment that is answered. */
  readonly reply?: string | undefined
  readonly typed?: Typed | undefined
  readonly errors?: Errors | undefined
}

/** The form under a post, and on a page of its own. The same for everybody: kept pages hold it. */
export const CommentFields = ({ entryId, reply, typed, errors }: CommentFormProps) => (
  <form method="post" action={`/comments/on/${entryId}`} novalidate class="comment-form">
    {reply && <input type="hidden" name="reply" value={reply} />}
    <div class="pair">
      <Field
        name="name"
        label="Your name"
        hint="As readers will see it."
        autocomplete="name"
        value={typedText(typed, 'name')}
        error={errors?.['name']}
      />
      <Field
        name="email"
        label="Your email address"
        hint="Not shown. We send you one letter, to confirm."
        type="email"
        autocomplete="email"
        value={typedText(typed, 'email')}
        error={errors?.['email']}
      />
    </div>
    <TextArea
      name="comment"
      label={reply ? 'Your reply' : 'Your comment'}
      maxlength={LONGEST_COMMENT}
      rows={6}
      value={typedText(typed, 'comment')}
      error={errors?.['comment']}
    />
    <Trap />
    <p class="hint">{CONSENT}</p>
    <p class="row">
      <Button icon="send">{reply ? 'Send the reply' : 'Send the comment'}</Button>
    </p>
  </form>
)
