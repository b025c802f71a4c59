import { z } from 'zod'
import { several } from '../../../platform/fields.ts'
import { CheckboxGroup } from '../../../ui/Choices.tsx'
import { list } from '../../../ui/words.ts'
import { chosen, mayChoose, purposeNames, wordingOf } from '../../purposes.ts'
import { type Facts, type FieldsProps, step } from './step.ts'

const offered = ({ answers: { kind } }: Facts) => chosen.filter((purpose) => kind && mayChoose(purpose, kind))

export const choicesStep = step({
  name: 'choices',
  title: () => 'What you would like from us',
  lede: () => 'Nothing is ticked for you. You can change each of these on your own page at any time.',
  schema: z.object({ yes: several }),
  answer: ({ yes }, facts) => ({
    yes: offered(facts).flatMap((purpose) =>
      yes.includes(purpose) ? [{ purpose, words: wordingOf(purpose, facts.group) }] : [],
    ),
  }),
  stored: ({ yes = [] }) => ({ yes: yes.map(({ purpose }) => purpose) }),
  told: ({ answers: { yes = [] } }) => [
    ['What you would like', list(yes.map(({ purpose }) => purposeNames[purpose])) || 'Nothing of these'],
  ],
  Fields: ChoiceFields,
})

/** The small words are those that are kept with the yes. */
function ChoiceFields({ facts, typed, errors }: FieldsProps) {
  return (
    <>
      <CheckboxGroup
        name="yes"
        label="Tick what you say yes to"
        hint="We keep each yes with the words you see here."
        options={offered(facts).map((purpose) => ({
          value: purpose,
          label: purposeNames[purpose],
          hint: wordingOf(purpose, facts.group),
        }))}
        values={[typed['yes'] ?? []].flat()}
        error={errors?.['yes']}
      />
      {facts.answers.kind === 'member' && (
        <p class="hint later">
          Notices of meetings and elections come to every member: the right to them belongs to it.
        </p>
      )}
    </>
  )
}
