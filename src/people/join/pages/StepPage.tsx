import { VIA } from '../../../platform/cameFrom.ts'
import type { Errors, Typed } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { PublicSite } from '../../../ui/PublicLayout.tsx'
import { Trap } from '../../../ui/Trap.tsx'
import { hrefOf } from '../steps/index.ts'
import type { Facts, Step } from '../steps/step.ts'
import { JoinFrame } from './JoinFrame.tsx'

interface Props {
  site: PublicSite
  step: Step
  facts: Facts
  progress: { at: number; of: number }
  typed: Typed
  errors?: Errors
  /** Why it was not taken, where no field is to blame. */
  trouble?: string
  signedIn: boolean
  /** The plain word of the letter that led to the page before, kept until the joining begins. */
  via?: string | null
}

/** One topic of the form. */
export const StepPage = ({ site, step, facts, progress, typed, errors, trouble, signedIn, via }: Props) => {
  const { Fields, Foot } = step
  return (
    <JoinFrame {...{ site, progress, errors }} title={step.title(facts)} lede={step.lede?.(facts)}>
      <ErrorSummary errors={errors} />
      {trouble && (
        <Notice tone="warn">
          <p>{trouble}</p>
        </Notice>
      )}
      {signedIn && step.name === 'kind' && (
        <Notice>
          <p>
            You are signed in, so we know you already. Change what you are to the group on <a href="/my">your page</a>.
          </p>
        </Notice>
      )}
      <form method="post" action={hrefOf(step.name)} novalidate class="section-form">
        <Fields facts={facts} typed={typed} errors={errors} />
        <Trap />
        {via && step.name === 'kind' && <input type="hidden" name={VIA} value={via} />}
        <div class="actions">
          <Button size="lg">Continue</Button>
          {facts.answers.checked ? <a href={hrefOf('check')}>Back to your answers</a> : <a href="/">Not now</a>}
        </div>
      </form>
      {Foot && <Foot />}
    </JoinFrame>
  )
}
