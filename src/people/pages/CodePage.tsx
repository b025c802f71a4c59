import type { Errors, Typed } from '../../platform/forms.ts'
import { typedText } from '../../platform/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Look } from '../../ui/Page.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'

interface Props {
  look: Look
  typed?: Typed
  errors?: Errors
}

export const CodePage = ({ look, typed, errors }: Props) => (
  <PlainLayout head={{ title: 'Type your code', noindex: true, refused: errors !== undefined }} look={look}>
    <ErrorSummary errors={errors} />
    <h1>Look at your email</h1>
    <p class="lede">
      If the group knows your address, a letter with six digits is on its way. Type them here, or open the link in the
      letter.
    </p>
    <form method="post" action="/sign-in/code" novalidate class="stack">
      <Field
        name="code"
        label="Six-digit code"
        hint="It works for 15 minutes"
        inputmode="numeric"
        autocomplete="one-time-code"
        size="short"
        value={typedText(typed, 'code')}
        error={errors?.['code']}
      />
      <Button>Sign in</Button>
    </form>
    <p>
      No letter? Look among the unwanted mail, or <a href="/sign-in">ask for a new code</a>.
    </p>
  </PlainLayout>
)
