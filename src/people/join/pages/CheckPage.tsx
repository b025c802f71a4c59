import type { Errors, Typed } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { PublicSite } from '../../../ui/PublicLayout.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import { Trap } from '../../../ui/Trap.tsx'
import { hrefOf, stepsFor } from '../steps/index.ts'
import type { Facts } from '../steps/step.ts'
import { JoinFrame } from './JoinFrame.tsx'

interface Props {
  site: PublicSite
  facts: Facts
  progress: { at: number; of: number }
  /** What they agree to by the tick. */
  words: string
  typed?: Typed
  errors?: Errors
  trouble?: string
}

/** All answers together, before anything leaves the browser's own row. */
export const CheckPage = ({ site, facts, progress, words, typed, errors, trouble }: Props) => (
  <JoinFrame {...{ site, progress, errors }} title="Check your answers">
    <ErrorSummary errors={errors} />
    {trouble && (
      <Notice tone="warn">
        <p>{trouble}</p>
      </Notice>
    )}
    <SummaryList rows={rowsOf(facts)} />
    <form method="post" action="/join/check" novalidate class="section-form">
      <Checkbox name="agree" label={words} checked={typed?.['agree'] === 'yes'} error={errors?.['agree']} />
      <Trap />
      <div class="actions">
        <Button size="lg">Ask to join</Button>
        <a href="/">Not now</a>
      </div>
    </form>
    <p class="hint later">
      Next we send you a letter with a link. Until you have pressed its button nobody sees these answers, and after
      seven days they are deleted.
    </p>
  </JoinFrame>
)

const rowsOf = (facts: Facts) =>
  stepsFor(facts).flatMap((step) =>
    step.told(facts).map(([name, value]) => ({
      name,
      value,
      change: { href: hrefOf(step.name), what: name.toLowerCase() },
    })),
  )
