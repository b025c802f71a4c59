import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { civilDayWords, plural } from '../../../ui/words.ts'
import { acknowledgeBy, dueOn, mayExtend, mayStop } from '../clock.ts'
import type { RequestProps } from './RequestPage.tsx'

/** When it is due, and what moves that day. */
export const ClockCard = (props: RequestProps) => {
  const { request, today } = props
  const acknowledge = acknowledgeBy(request)
  return (
    <Card labelledby="clock">
      <CardHead title="The clock" id="clock" />
      <div class="pad stack">
        {acknowledge !== null && (
          <p>
            Say that it came by <b>{civilDayWords(acknowledge)}</b>.
          </p>
        )}
        <p>
          {request.stoppedOn ? 'Without the standstill, answer' : 'Answer'} by{' '}
          <b>{civilDayWords(dueOn(request, request.stoppedOn ?? today))}</b>. {reason(props)}
        </p>
        {request.acknowledgedAt === null && <Acknowledge {...props} />}
        {request.stoppedOn !== null && <Standstill {...props} />}
        {mayStop(request) && <Question {...props} />}
        {mayExtend(request, today) && <MoreTime {...props} />}
      </div>
    </Card>
  )
}

function reason({ request }: RequestProps): string {
  if (request.kind === 'complaint')
    return 'The law wants an answer without undue delay; two months is this program’s own last day.'
  const still = request.stoppedDays ? ` It stood still for ${plural(request.stoppedDays, 'day')}.` : ''
  return `The law gives ${request.extended ? 'three calendar months' : 'one calendar month'}.${still}`
}

const Acknowledge = ({ request: { id, email } }: RequestProps) => (
  <form method="post" action={`/office/requests/${id}/acknowledgement`}>
    <Button tone="alt" icon="mail">
      {email ? 'Send a letter that it came' : 'I told them that it came'}
    </Button>
  </form>
)

const Standstill = ({ request: { id, stoppedOn } }: RequestProps) => (
  <form class="stack-s" method="post" action={`/office/requests/${id}/question/answered`}>
    <p>It stands still since {civilDayWords(stoppedOn!)}: they were asked something.</p>
    <Button>They have answered</Button>
  </form>
)

const Question = ({ request: { id, email }, typed, errors }: RequestProps) => (
  <details open={errors?.['question'] !== undefined}>
    <summary>
      <span class="link-btn">Ask what they mean</span>
    </summary>
    <form class="stack later" method="post" action={`/office/requests/${id}/question`} novalidate>
      <TextArea
        name="question"
        label="Your question"
        hint={`${email ? 'It goes to them by email.' : 'For your record: ask them yourself.'} Until they answer, the clock stands still. Ask only what you must know.`}
        rows={4}
        value={typedText(typed, 'question')}
        error={errors?.['question']}
      />
      <Button tone="alt">Ask, and stop the clock</Button>
    </form>
  </details>
)

const MoreTime = ({ request: { id, email }, typed, errors }: RequestProps) => (
  <details open={errors?.['why'] !== undefined}>
    <summary>
      <span class="link-btn">Take two months more</span>
    </summary>
    <form class="stack later" method="post" action={`/office/requests/${id}/more-time`} novalidate>
      <TextArea
        name="why"
        label="Why it takes longer"
        hint={`Only where it is complex, or they asked many things. ${email ? 'They get this by email.' : 'Tell them yourself, before the first month is over.'}`}
        rows={4}
        value={typedText(typed, 'why')}
        error={errors?.['why']}
      />
      <Button tone="alt">Take two months more</Button>
    </form>
  </details>
)
