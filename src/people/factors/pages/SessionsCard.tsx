import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { day } from '../../../ui/words.ts'
import type { Session } from '../../sessions.ts'
import type { SecurityProps } from './SecurityPage.tsx'

export const SessionsCard = ({ sessions, sessionId, zone }: SecurityProps) => (
  <Card labelledby="sessions">
    <CardHead title="Where you are signed in" id="sessions" />
    <ul class="todo" role="list">
      {sessions.map((session) => (
        <Row session={session} here={session.id === sessionId} zone={zone} />
      ))}
    </ul>
    <div class="pad stack">
      {sessions.length > 1 && (
        <form method="post" action="/my/security/sessions/others/end">
          <Button tone="alt">Sign out all others</Button>
        </form>
      )}
      <p class="meta">Days only, and no network addresses: we do not keep those.</p>
    </div>
  </Card>
)

const Row = ({ session, here, zone }: { session: Session; here: boolean; zone: string }) => {
  const name = session.browser ?? 'A browser'
  const [since, last] = [day(session.startedAt, zone), day(session.lastSeenAt, zone)]
  return (
    <li>
      <span class="ic">
        <Icon name="globe" />
      </span>
      <div>
        <b>{name}</b>
        <span class="meta">
          Since {since}
          {session.byHost && ', by a link from your host'}
          {last !== since && `, last used on ${last}`}
        </span>
      </div>
      {here ? (
        <span class="act">
          <Chip tone="go">This browser</Chip>
        </span>
      ) : (
        <form method="post" action={`/my/security/sessions/${session.id}/end`} class="act">
          <Button tone="alt" size="sm">
            Sign out
            <Unseen>
              {' '}
              {name}, since {since}
            </Unseen>
          </Button>
        </form>
      )}
    </li>
  )
}
