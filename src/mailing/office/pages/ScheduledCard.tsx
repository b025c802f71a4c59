import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Time } from '../../../ui/Time.tsx'
import { sendersOnly } from '../../permissions.ts'
import { whenWords } from '../when.ts'
import type { SendingProps } from './SendingPage.tsx'

/** A letter that was decided and has not begun: it can be called back until then. */
export const ScheduledCard = ({ facts: { letter, now }, zone, maySend }: SendingProps) => (
  <Card>
    <CardHead title={`It goes out ${whenWords(letter.sendAt!, { now, zone })}`} />
    <div class="pad stack">
      <p>
        {letter.decidedBy ? `${letter.decidedBy} decided it` : 'It was decided'} on{' '}
        <Time at={letter.decidedAt!} zone={zone} as="dayAndTime" />. Until it goes out, nobody has got it and it can be
        called back: it is a draft again then.
      </p>
      {maySend ? (
        <form method="post" action={`/office/letters/${letter.id}/decision/withdrawal`}>
          <Button tone="alt" icon="undo-2">
            Call it back
          </Button>
        </form>
      ) : (
        <p class="meta">{sendersOnly}</p>
      )}
    </div>
  </Card>
)
