import { Button } from '../../../ui/Button.tsx'
import { YesNoCard } from '../../../ui/YesNoCard.tsx'
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

const stateWords = { yes: 'Yes', right: 'Yes, as a member', no: 'No', open: 'Not asked for' } as const

const Line = ({ choice, zone }: { choice: Choice; zone: string }) => {
  const { purpose, state, since, said, words } = choice
  const on = state === 'yes' || state === 'right'
  return (
    <YesNoCard
      name={purpose}
      title={purposeNames[purpose]}
      state={on ? 'yes' : state}
      stateWords={state === 'right' && purpose !== 'notices' ? 'Yes' : stateWords[state]}
      words={on ? (said ?? RIGHTS[purpose === 'notices' ? 'notices' : 'other']) : words}
      action={on || words ? `/my/choices/${purpose}` : null}
      {...{ since, zone }}
    />
  )
}

/** Where there was no yes, by what right it comes. */
const RIGHTS = {
  notices: 'Notices come to every member: the right to them belongs to being one.',
  other: 'It comes to you because of what you are to the group.',
} as const
