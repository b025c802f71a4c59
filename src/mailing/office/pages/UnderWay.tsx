import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Time } from '../../../ui/Time.tsx'
import { number } from '../../../ui/words.ts'
import { leftSentence } from '../pace.ts'
import { OutcomeList } from './OutcomeList.tsx'
import type { SendingProps } from './SendingPage.tsx'
import { UncertainCard } from './UncertainCard.tsx'

const SO_FAR = 'so-far'

/** A letter on its way, or at its end. What stands in here is brought up to date in place. */
export const UnderWay = (props: SendingProps) => (
  <div id={SO_FAR} class="stack-l">
    <Standing {...props} />
    <UncertainCard {...props} />
    <Card>
      <CardHead title="What became of it so far" />
      <OutcomeList {...props} />
    </Card>
  </div>
)

const Standing = (props: SendingProps) => {
  const { letter } = props.facts
  if (letter.state === 'sending') return <OnItsWay {...props} />
  if (letter.state === 'paused') return <Paused {...props} />
  return <Ended {...props} />
}

const OnItsWay = ({ facts, zone, maySend }: SendingProps) => {
  const { letter, outcome, caps, now } = facts
  const href = `/office/letters/${letter.id}/sending`
  return (
    <Progress
      title="It is being sent"
      unit="letters"
      done={outcome.all - outcome.waiting}
      total={outcome.all}
      again={{ href, id: SO_FAR }}
    >
      <div class="stack">
        {letter.trouble ? (
          <p>
            The mail server said: “{letter.trouble}”. It is tried again by itself
            {outcome.nextAt && outcome.nextAt > now && (
              <>
                , next at <Time at={outcome.nextAt} zone={zone} as="time" />
              </>
            )}
            .
          </p>
        ) : (
          <p>{leftSentence(outcome.waiting, { caps, at: now, zone, already: facts.already })}</p>
        )}
        {maySend && (
          <div class="row">
            <form method="post" action={`/office/letters/${letter.id}/pause`}>
              <Button tone="alt">Pause it</Button>
            </form>
            <StopLink id={letter.id} />
          </div>
        )}
      </div>
    </Progress>
  )
}

const Paused = ({ facts: { letter, outcome }, maySend }: SendingProps) => (
  <Card>
    <CardHead title="It is paused" />
    <div class="pad stack">
      {letter.trouble && (
        <Notice tone="warn">
          <p>It paused itself, because of this: “{letter.trouble}”</p>
        </Notice>
      )}
      <p>
        {number(outcome.all - outcome.waiting)} of {number(outcome.all)} letters have left. {number(outcome.waiting)}{' '}
        wait until you go on, and nobody gets it twice.
      </p>
      {maySend && (
        <div class="row">
          <form method="post" action={`/office/letters/${letter.id}/resumption`}>
            <Button icon="send">Go on sending</Button>
          </form>
          <StopLink id={letter.id} />
        </div>
      )}
    </div>
  </Card>
)

const Ended = ({ facts: { letter, outcome }, zone }: SendingProps) => (
  <Notice tone={letter.state === 'sent' ? 'ok' : 'warn'}>
    <p>
      <b>{letter.state === 'sent' ? 'It has gone out.' : 'It was stopped.'}</b> {number(outcome.accepted)} of{' '}
      {number(outcome.all)} letters were taken by the mail server
      {letter.endedAt && (
        <>
          , the last on <Time at={letter.endedAt} zone={zone} as="longDayAndTime" />
        </>
      )}
      . <a href={`/office/letters/${letter.id}/results`}>See what came of it</a>
    </p>
  </Notice>
)

/** Leads to a page that asks first: what is stopped does not go on. */
const StopLink = ({ id }: { id: string }) => (
  <ButtonLink href={`/office/letters/${id}/stop`} tone="danger">
    Stop it
  </ButtonLink>
)
