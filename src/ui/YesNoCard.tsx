import { Button } from './Button.tsx'
import { Card } from './Card.tsx'
import { Chip } from './Chip.tsx'
import type { Child } from './jsx/child.ts'
import { Time } from './Time.tsx'

interface YesNoProps {
  /** Makes the id of its heading. */
  name: string
  title: string
  /** How it stands, in a word or two. */
  state: 'yes' | 'no' | 'open'
  stateWords: string
  since: Date | null
  zone: string
  /** What they agreed to, or would agree to. */
  words: Child
  /** Where the one button posts `answer=yes` or `answer=no`; null: there is nothing to press. */
  action: string | null
}

const tones = { yes: 'ok', no: 'warn', open: 'plain' } as const

/** One thing a person says yes or no to: how it stands, its exact words, and one button. */
export const YesNoCard = ({ name, title, state, stateWords, since, zone, words, action }: YesNoProps) => {
  const on = state === 'yes'
  const label = on ? 'Stop this' : 'Yes, I want this'
  return (
    <Card padded labelledby={`choice-${name}`}>
      <div class="stack-s">
        <div class="row between">
          <h2 id={`choice-${name}`}>{title}</h2>
          <Chip tone={tones[state]}>{stateWords}</Chip>
        </div>
        {since && (
          <p class="meta">
            {state === 'no' ? 'You said no on ' : 'Since '}
            <Time at={since} zone={zone} />
          </p>
        )}
        <p>{words}</p>
        {action && (
          <form method="post" action={action} class="row">
            <Button tone="alt" name="answer" value={on ? 'no' : 'yes'} aria-label={`${label}: ${title}`}>
              {label}
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}
