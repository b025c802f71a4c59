import type { Errors, Typed } from '../../../platform/forms.ts'
import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { inFours } from '../totp.ts'
import { QrCode } from './QrCode.tsx'

interface Props {
  look: Look
  /** In base32. */
  secret: string
  uri: string
  typed?: Typed
  errors?: Errors
}

export const AuthenticatorPage = ({ look, secret, uri, typed, errors }: Props) => (
  <PlainLayout
    head={{ title: 'Set up an authenticator app', noindex: true, refused: errors !== undefined }}
    look={look}
  >
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <h1>Set up an authenticator app</h1>
      <p class="lede">The app on your phone shows a new code every half minute.</p>
      <ol class="stack plain-steps">
        <li>
          <p>Open the app, choose to add an account, and point it at this square.</p>
          <QrCode text={uri} label="QR code for your authenticator app" />
          <p>Or type this key into the app:</p>
          <p class="key-in-fours">{inFours(secret)}</p>
        </li>
        <li>
          <form method="post" action="/my/security/authenticator/confirmation" novalidate class="stack">
            <Field
              name="code"
              label="Type the code that the app shows"
              hint="Six digits"
              inputmode="numeric"
              autocomplete="one-time-code"
              size="short"
              value={typedText(typed, 'code')}
              error={errors?.['code']}
            />
            <Button>Add the app</Button>
          </form>
        </li>
      </ol>
      <p>
        <a href="/my/security">Back, without adding it</a>
      </p>
    </div>
  </PlainLayout>
)
