import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { day } from '../../../ui/words.ts'
import type { Passkey } from '../passkeys.ts'
import { PasskeyForm } from './PasskeyForm.tsx'
import type { SecurityProps } from './SecurityPage.tsx'

export const PasskeysCard = ({ factors, zone, required, passkeysHere, browser, typed, errors }: SecurityProps) => (
  <Card labelledby="passkeys">
    <CardHead title="Passkeys" id="passkeys" />
    {factors.passkeys.length > 0 && (
      <ul class="todo" role="list">
        {factors.passkeys.map((passkey) => (
          <Row passkey={passkey} zone={zone} />
        ))}
      </ul>
    )}
    <div class="pad stack">
      {factors.passkeys.length === 0 && (
        <p>
          Sign in with your finger, your face or a PIN, without waiting for a letter. The passkey stays on your device
          or with your password manager; we keep nothing that could be stolen.
        </p>
      )}
      {required && factors.passkeys.length === 1 && !factors.authenticator && (
        <p class="meta">
          It is your only one. Without it you sign in by letter alone, and people’s details and money are closed to you.
        </p>
      )}
      {passkeysHere ? (
        <PasskeyForm
          ceremony="make"
          action="/my/security/passkeys"
          button="Add a passkey"
          tone={factors.passkeys.length > 0 ? 'alt' : undefined}
          error={errors?.['answer']}
        >
          <Field
            name="name"
            label="Name"
            hint="By which you know the device again, such as “My phone”"
            size="medium"
            autocomplete="off"
            value={typedText(typed, 'name') ?? browser ?? ''}
            error={errors?.['name']}
          />
        </PasskeyForm>
      ) : (
        <p>Browsers offer passkeys only at addresses that begin with https://, and this one does not.</p>
      )}
    </div>
  </Card>
)

const Row = ({ passkey: { id, name, rpId, madeAt, lastUsedAt }, zone }: { passkey: Passkey; zone: string }) => (
  <li>
    <span class="ic">
      <Icon name="key-round" />
    </span>
    <div>
      <b>{name}</b>
      <span class="meta">
        Added on {day(madeAt, zone)}. {lastUsedAt ? `Last used on ${day(lastUsedAt, zone)}.` : 'Not used yet.'} Works at{' '}
        {rpId}.
      </span>
    </div>
    <form method="post" action={`/my/security/passkeys/${id}/removal`} class="act">
      <Button tone="alt" size="sm">
        Remove
        <Unseen> {name}</Unseen>
      </Button>
    </form>
  </li>
)
