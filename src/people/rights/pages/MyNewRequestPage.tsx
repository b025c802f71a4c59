import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { CheckboxGroup } from '../../../ui/Choices.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { civilDayWords } from '../../../ui/words.ts'
import { dueOn } from '../clock.ts'
import { asking, type RequestKind } from '../requestKinds.ts'
import { purposeOptions } from './purposeOptions.ts'

interface Props {
  look: Look
  today: string
  kind: RequestKind
  typed?: Typed
  errors?: Errors
}

/** One kind of request: what will happen, by when, and the person's own words. */
export const MyNewRequestPage = ({ look, today, kind, typed, errors }: Props) => {
  const { title, happens, label, hint, button } = asking[kind]
  const asked = typed?.['purposes'] ?? []
  return (
    <PlainLayout head={{ title, noindex: true, refused: errors !== undefined }} look={look}>
      <div class="stack-l">
        <ErrorSummary errors={errors} />
        <h1>{title}</h1>
        <p class="lede">{happens}</p>
        <Notice>
          <p>You get an answer by {civilDayWords(dueOn(fresh(kind, today), today))}.</p>
          {kind === 'access' && (
            <p>
              Most of it stands on <a href="/my">your page</a> at any moment.
            </p>
          )}
        </Notice>
        <form class="stack" method="post" action={`/my/requests/new/${kind}`} novalidate>
          {kind === 'objection' && (
            <CheckboxGroup
              name="purposes"
              label="What should stop?"
              options={purposeOptions}
              values={typeof asked === 'string' ? [asked] : asked}
              error={errors?.['purposes']}
            />
          )}
          <TextArea
            name="words"
            label={label}
            hint={hint}
            value={typedText(typed, 'words')}
            error={errors?.['words']}
            maxlength={5000}
          />
          <p class="row">
            <Button {...(kind === 'erasure' && { tone: 'danger' })}>{button}</Button>
            <ButtonLink href="/my/requests" tone="ghost">
              Go back
            </ButtonLink>
          </p>
        </form>
      </div>
    </PlainLayout>
  )
}

const fresh = (kind: RequestKind, today: string) => ({
  kind,
  receivedOn: today,
  acknowledged: false,
  extended: false,
  stoppedOn: null,
  stoppedDays: 0,
})
