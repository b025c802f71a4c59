import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { asset } from '../../../ui/assets.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import type { Recovery } from '../recoveries.ts'
import { PasskeyForm } from './PasskeyForm.tsx'

interface Props {
  look: Look
  /** One of the person's passkeys works at this address. */
  passkey: boolean
  /** The host names at which the others do. */
  elsewhere: readonly string[]
  app: boolean
  recovery: Recovery | undefined
  typed?: Typed
  errors?: Errors
}

export const SecondStepPage = ({ look, passkey, elsewhere, app, recovery, typed, errors }: Props) => (
  <PlainLayout
    head={{
      title: 'One more step',
      noindex: true,
      refused: errors !== undefined,
      ...(passkey && { scripts: [asset('passkey.js')] }),
    }}
    look={look}
  >
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <h1>One more step</h1>
      <p class="lede">A letter could be read by somebody else. So show in a second way that it is you.</p>
      {recovery && <Help recovery={recovery} />}
      {passkey && (
        <PasskeyForm
          ceremony="use"
          action="/sign-in/second-step/passkey"
          button="Use my passkey"
          tone={recovery?.state === 'confirmed' ? 'alt' : undefined}
          error={errors?.['answer']}
        />
      )}
      {!passkey && elsewhere.length > 0 && <p>Your passkey works at {elsewhere.join(' and ')} only.</p>}
      <form method="post" action="/sign-in/second-step" novalidate class="stack">
        <Field
          name="code"
          label={app ? 'Code from your authenticator app' : 'Recovery code'}
          hint={app ? 'Six digits. A recovery code works here too.' : 'One of the ten you kept, such as 7K2MQ-X4VDR'}
          autocomplete="one-time-code"
          spellcheck="false"
          size="medium"
          value={typedText(typed, 'code')}
          error={errors?.['code']}
        />
        <Button tone={passkey || recovery?.state === 'confirmed' ? 'alt' : undefined}>Sign in</Button>
      </form>
      {!recovery && (
        <p>
          Lost your phone and your codes? <a href="/sign-in/recovery">Ask another officer for help</a>.
        </p>
      )}
    </div>
  </PlainLayout>
)

const Help = ({ recovery }: { recovery: Recovery }) =>
  recovery.state === 'asked' ? (
    <Notice>
      <p>You have asked for help. As soon as another officer has confirmed it you get a letter; then sign in again.</p>
    </Notice>
  ) : (
    <Notice tone="ok">
      <p>
        <b>Another officer has confirmed that it is you.</b> If you start afresh, your passkeys, your authenticator app
        and your recovery codes are removed, and every other browser is signed out.
      </p>
      <form method="post" action="/sign-in/recovery/fresh-start">
        <Button>Start afresh</Button>
      </form>
    </Notice>
  )
