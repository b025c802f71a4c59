import type { Errors, Typed } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { SendingFacts } from '../sendingFacts.ts'
import { LetterLayout } from './LetterLayout.tsx'
import { PlanCard } from './PlanCard.tsx'
import { SendCard } from './SendCard.tsx'
import { ScheduledCard } from './ScheduledCard.tsx'
import { UnderWay } from './UnderWay.tsx'

export interface SendingProps {
  frame: OfficeFrame
  facts: SendingFacts
  zone: string
  maySend: boolean
  typed?: Typed
  errors?: Errors
}

/** Where the sending of a letter stands, from the plan to the last delivery. */
export const SendingPage = (props: SendingProps) => {
  const { frame, facts, errors } = props
  const { letter, hasServer } = facts
  const begun = letter.state !== 'draft' && letter.state !== 'scheduled'
  return (
    <LetterLayout {...{ frame, letter }} here="sending" about="Sending" refused={errors !== undefined}>
      <div class="stack-l">
        <ErrorSummary errors={errors} />
        {!hasServer && letter.state !== 'sent' && <NoServer />}
        {begun ? (
          <UnderWay {...props} />
        ) : (
          <div class="dash">
            <div class="c7">
              <PlanCard {...props} />
            </div>
            <div class="c5">{letter.state === 'draft' ? <SendCard {...props} /> : <ScheduledCard {...props} />}</div>
          </div>
        )}
      </div>
    </LetterLayout>
  )
}

const NoServer = () => (
  <Notice tone="warn">
    <p>
      <b>No mail server is set up here.</b> Letters go to the outbox folder of this installation and reach nobody.
      Whoever runs it can set one up.
    </p>
  </Notice>
)
