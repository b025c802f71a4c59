import type { Child } from '../../../ui/jsx/child.ts'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { occupationNames, occupations } from '../../kinds.ts'
import { constituencies, councils, nameOf } from '../../places/lists.ts'
import { type Fact, factNames } from '../facts.ts'
import type { PersonRecord } from '../record.ts'
import { plainDay } from '../../../ui/words.ts'

const none = { value: '', label: 'Not known' }
const placed = (places: readonly { readonly code: string; readonly name: string }[]) => [
  none,
  ...places.map(({ code, name }) => ({ value: code, label: name })),
]

interface Given {
  readonly value: string | undefined
  readonly error: string | undefined
}

/** The field in which a fact is changed. */
export function factField(fact: Fact, { value = '', error }: Given): Child {
  const basics = { name: fact, label: factNames[fact], value, error }
  switch (fact) {
    case 'address':
      return <TextArea {...basics} rows={4} />
    case 'constituency':
      return <SelectField {...basics} options={placed(constituencies())} />
    case 'council':
      return <SelectField {...basics} options={placed(councils())} />
    case 'occupation':
      return (
        <SelectField
          {...basics}
          options={[none, ...occupations.map((one) => ({ value: one, label: occupationNames[one] }))]}
        />
      )
    case 'joinedOn':
    case 'renewsOn':
      return <Field {...basics} type="date" />
    case 'email':
      return <Field {...basics} type="email" autocomplete="off" hint="A changed address has to be confirmed anew" />
    case 'postcode':
      return <Field {...basics} size="short" autocomplete="off" hint="Constituency and council follow from it" />
    case 'phone':
      return <Field {...basics} type="tel" autocomplete="off" />
    default:
      return <Field {...basics} autocomplete="off" />
  }
}

/** A fact as it is read. `plain`: inside what is pressed to change it, where no other link may stand. */
export function factValue(fact: Fact, person: PersonRecord, { plain }: { plain: boolean }): Child {
  const value = person[fact]
  if (value === null || value === '') return null
  switch (fact) {
    case 'constituency':
    case 'council':
      return nameOf(value) ?? value
    case 'occupation':
      return occupationNames[person.occupation!]
    case 'joinedOn':
    case 'renewsOn':
      return plainDay(value)
    case 'email':
      return plain ? value : <a href={`mailto:${value}`}>{value}</a>
    case 'phone':
      return plain ? value : <a href={`tel:${value.replaceAll(/[^\d+]/g, '')}`}>{value}</a>
    default:
      return value
  }
}
