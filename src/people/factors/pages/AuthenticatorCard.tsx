import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { day } from '../../../ui/words.ts'
import type { SecurityProps } from './SecurityPage.tsx'

export const AuthenticatorCard = ({ factors: { passkeys, authenticator }, zone, required }: SecurityProps) => (
  <Card labelledby="authenticator">
    <CardHead title="Authenticator app" id="authenticator">
      {authenticator && <Chip tone="ok">In use</Chip>}
    </CardHead>
    <div class="pad stack">
      {authenticator ? (
        <>
          <p>
            Added on {day(authenticator.madeAt, zone)}.{' '}
            {authenticator.lastUsedAt ? `Last used on ${day(authenticator.lastUsedAt, zone)}.` : 'Not used yet.'}
          </p>
          {required && passkeys.length === 0 && (
            <p class="meta">
              It is your only one. Without it you sign in by letter alone, and people’s details and money are closed to
              you.
            </p>
          )}
          <form method="post" action="/my/security/authenticator/removal">
            <Button tone="alt">
              Remove<Unseen> the authenticator app</Unseen>
            </Button>
          </form>
        </>
      ) : (
        <>
          <p>
            An app on your phone that shows six digits. After the letter you type them, so that the letter alone is not
            enough. Any such app will do.
          </p>
          <form method="post" action="/my/security/authenticator">
            <Button tone="alt">Set up an app</Button>
          </form>
        </>
      )}
    </div>
  </Card>
)
