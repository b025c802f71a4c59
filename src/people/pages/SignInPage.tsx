import { type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { asset } from '../../ui/assets.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import type { Look } from '../../ui/Page.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'
import { PasskeyForm } from '../factors/pages/PasskeyForm.tsx'

interface Props {
  look: Look
  /** Browsers offer passkeys at this address. */
  passkeys: boolean
  typed?: Typed
  errors?: Errors
}

export const SignInPage = ({ look, passkeys, typed, errors }: Props) => (
  <PlainLayout
    head={{
      title: 'Sign in',
      noindex: true,
      refused: errors !== undefined,
      ...(passkeys && { scripts: [asset('passkey.js')] }),
    }}
    look={look}
  >
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <h1>Sign in</h1>
      <p class="lede">Type your email address. We send you a code and a link, so there is no password to remember.</p>
      <form method="post" action="/sign-in" novalidate class="stack">
        <Field
          name="email"
          label="Email address"
          type="email"
          autocomplete="email"
          hint="The one the group writes to you at"
          value={typedText(typed, 'email')}
          error={errors?.['email']}
        />
        <Button>Send me a code</Button>
      </form>
      {passkeys && (
        <section class="other-way" aria-labelledby="passkey">
          <h2 id="passkey">Have you added a passkey here?</h2>
          <p>Then your finger, your face or a PIN is enough, and you need no letter.</p>
          <PasskeyForm
            ceremony="use"
            action="/sign-in/passkey"
            button="Sign in with a passkey"
            tone="alt"
            error={errors?.['answer']}
          />
        </section>
      )}
    </div>
  </PlainLayout>
)
