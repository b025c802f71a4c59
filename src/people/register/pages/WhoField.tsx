import { typedText } from '../../../platform/forms.ts'
import { RadioCards } from '../../../ui/Choices.tsx'
import { Field } from '../../../ui/Field.tsx'
import type { Candidate } from '../picking.ts'
import type { Refused } from '../recordRoutes.tsx'

interface Props {
  readonly label: string
  readonly refused: Refused | undefined
  /** Those whom the words may mean, when there are several. */
  readonly choice: readonly Candidate[]
}

/** Somebody on the register, by name or email address; where several fit, they are offered. */
export const WhoField = ({ label, refused, choice }: Props) => (
  <>
    <Field
      name="who"
      label={label}
      hint="Their name or email address"
      autocomplete="off"
      value={typedText(refused?.typed, 'who')}
      error={refused?.errors['who']}
    />
    {choice.length > 1 && (
      <RadioCards
        name="person"
        label="Who is meant?"
        options={choice.map(({ id, name, email }) => ({ value: id, label: name, hint: email ?? 'No email' }))}
      />
    )}
  </>
)
