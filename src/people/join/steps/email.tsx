import { z } from 'zod'
import { ticked } from '../../../platform/fields.ts'
import { typedText } from '../../../platform/forms.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { list } from '../../../ui/words.ts'
import { email } from '../../forms.ts'
import { foreignLetters, mixedDomain } from '../rules.ts'
import { type FieldsProps, step } from './step.ts'

export const emailStep = step({
  name: 'email',
  title: () => 'Your email address',
  schema: z.object({ email: z.string().default('').pipe(email), sure: ticked }),
  answer: ({ email: address, sure }) => {
    const mixed = mixedDomain(address)
    return mixed && !sure ? { errors: { email: questionOf(mixed) } } : { email: address }
  },
  stored: (answers) => ({ email: answers.email ?? '' }),
  told: ({ answers }) => [['Email address', answers.email ?? '']],
  Fields: EmailFields,
})

const questionOf = (domain: string): string => {
  const letters = foreignLetters(domain).map((letter) => `“${letter}”`)
  return `Is this address right? “${domain}” mixes Latin letters with ${list(letters)} of another alphabet. Type it again, or tick the box below.`
}

function EmailFields({ typed, errors }: FieldsProps) {
  const address = typedText(typed, 'email') ?? ''
  return (
    <>
      <Field
        name="email"
        label="Email address"
        type="email"
        hint="We send you a letter with a link. Until you open it and press its button you are not on our register, and we write nothing else to you."
        autocomplete="email"
        spellcheck="false"
        value={address}
        error={errors?.['email']}
      />
      {mixedDomain(address) && (
        <Checkbox
          name="sure"
          label="Yes, this is exactly my address"
          checked={errors === undefined && address !== ''}
        />
      )}
    </>
  )
}
