import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import { RadioCards } from '../../../ui/Choices.tsx'
import { kindNames } from '../../kinds.ts'
import { mayChoose } from '../../purposes.ts'
import { joinable } from '../answers.ts'
import { type FieldsProps, step } from './step.ts'

const CHOOSE = 'Choose whether you would like to be a member or a supporter.'

export const kindStep = step({
  name: 'kind',
  title: ({ group }) => `Join ${group}`,
  lede: () => 'It takes about two minutes. We keep what you tell us to ourselves.',
  schema: z.object({ kind: z.enum(joinable, CHOOSE) }),
  answer: ({ kind }, { joining, answers: { yes } }) => {
    if (!joining.kinds.includes(kind)) return { errors: { kind: CHOOSE } }
    return { kind, ...(yes && { yes: yes.filter(({ purpose }) => mayChoose(purpose, kind)) }) }
  },
  stored: ({ kind }) => ({ kind: kind ?? '' }),
  told: ({ answers: { kind } }) => (kind ? [['You ask to be', `a ${kindNames[kind].toLowerCase()}`]] : []),
  Fields: KindFields,
})

/** Where only one is offered it is chosen already: pressing on is the choice. */
function KindFields({ facts: { joining }, typed, errors }: FieldsProps) {
  const { kinds, words } = joining
  const [only] = kinds
  return (
    <RadioCards
      name="kind"
      label={kinds.length > 1 ? 'How would you like to belong?' : 'What it means'}
      options={kinds.map((kind) => ({ value: kind, label: kindNames[kind], hint: words[kind] }))}
      value={kinds.length === 1 ? only : typedText(typed, 'kind')}
      error={errors?.['kind']}
    />
  )
}
