import { Button, type Tone } from '../../../ui/Button.tsx'
import { fieldId } from '../../../ui/fieldId.ts'
import type { WithChildren } from '../../../ui/jsx/child.ts'

interface Props {
  /** Makes a passkey, or uses one. */
  ceremony: 'make' | 'use'
  /** The form posts here; what to sign is asked for below it, at `…/challenge`. */
  action: string
  button: string
  tone?: Tone | undefined
  error: string | undefined
}

/** The field `answer` is filled in by script; without it the form says so in words. Pages with this need `passkey.js`. */
export const PasskeyForm = ({ ceremony, action, button, tone, error, children }: WithChildren<Props>) => (
  <bb-passkey data-ceremony={ceremony} data-challenge={`${action}/challenge`}>
    <form method="post" action={action} novalidate class="stack">
      {children}
      <input type="hidden" name="answer" />
      <p id={fieldId('answer')} class="error-msg" role="alert" tabindex={-1} hidden={!error}>
        {error}
      </p>
      <Button tone={tone} icon="key-round">
        {button}
      </Button>
    </form>
  </bb-passkey>
)
