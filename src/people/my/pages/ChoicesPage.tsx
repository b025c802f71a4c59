import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Time } from '../../../ui/Time.tsx'
import { purposeNames } from '../../purposes.ts'
import type { Choice } from '../choices.ts'
import { MyFrame, type MyProps } from './MyFrame.tsx'

interface Props extends MyProps {
  choices: readonly Choice[]
}

/** What we send a person and use their name for, kind by kind; each with its words and a button. */
export const ChoicesPage = ({ look, said, zone, choices }: Props) => (
  <MyFrame
    look={look}
    said={said}
    title="What we send you"
    lede="Say yes or no to each, whenever you like. We keep each yes with the words you saw."
  >
    {choices.map((choice) => (
      <Line choice={choice} zone={zone} />
    ))}
    <form method="post" action="/my/choices/none" class="stack-s">
      <h2>Nothing of all this</h2>
      <p>Stops everything above. Letters about your own page, such as a code to sign in, still come when you ask.</p>
      <Button tone="alt" icon="x">
        Stop everything
      </Button>
    </form>
  </MyFrame>
)

const chips = {
  yes: { tone: 'ok', words: 'Yes' },
  right: { tone: 'ok', words: 'Yes, as a member' },
  no: { tone: 'warn', words: 'No' },
  open: { tone: 'plain', words: 'Not asked for' },
} as const

const Line = ({ choice, zone }: { choice: Choice; zone: string }) => {
  const { purpose, state, since, said, words } = choice
  const on = state === 'yes' || state === 'right'
  return (
    <Card padded labelledby={`choice-${purpose}`}>
      <div class="stack-s">
        <div class="row between">
          <h2 id={`choice-${purpose}`}>{purposeNames[purpose]}</h2>
          <Chip tone={chips[state].tone}>
            {state === 'right' && purpose !== 'notices' ? 'Yes' : chips[state].words}
          </Chip>
        </div>
        {since && (
          <p class="meta">
            {state === 'no' ? 'You said no on ' : 'Since '}
            <Time at={since} zone={zone} />
          </p>
        )}
        <p>{on ? (said ?? RIGHTS[purpose === 'notices' ? 'notices' : 'other']) : words}</p>
        {(on || words) && (
          <form method="post" action={`/my/choices/${purpose}`} class="row">
            <Button
              tone="alt"
              name="answer"
              value={on ? 'no' : 'yes'}
              aria-label={`${on ? 'Stop this' : 'Yes, I want this'}: ${purposeNames[purpose]}`}
            >
              {on ? 'Stop this' : 'Yes, I want this'}
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}

/** Where there was no yes, by what right it comes. */
const RIGHTS = {
  notices: 'Notices come to every member: the right to them belongs to being one.',
  other: 'It comes to you because of what you are to the group.',
} as const
