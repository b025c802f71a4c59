import { FactsList } from '../../../ui/FactsList.tsx'
import { Time } from '../../../ui/Time.tsx'
import { number } from '../../../ui/words.ts'
import type { SendingProps } from './SendingPage.tsx'

/** How many letters are where. */
export const OutcomeList = ({ facts: { letter, outcome }, zone }: SendingProps) => (
  <div class="pad">
    <FactsList
      facts={[
        ['Letters in all', number(outcome.all)],
        ['Taken by the mail server', number(outcome.accepted)],
        [
          'Waiting',
          outcome.later
            ? `${number(outcome.waiting)}, ${number(outcome.later)} of them were told to come back later`
            : number(outcome.waiting),
        ],
        ['Refused', number(outcome.refused)],
        ['Uncertain', number(outcome.uncertain)],
        ['Left out since it began', outcome.cancelled > 0 && number(outcome.cancelled)],
        ['Decided by', letter.decidedBy],
        ['Began', letter.filledAt && <Time at={letter.filledAt} zone={zone} as="dayAndTime" />],
      ]}
    />
  </div>
)
