import { type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { RadioCards } from '../../ui/Choices.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { constituencies, councils } from './lists.ts'
import type { FoundPlaces } from './places.ts'
import type { Place } from './reference.ts'

interface Props {
  found: FoundPlaces
  typed: Typed | undefined
  errors?: Errors | undefined
}

/** More than so many stand in a list to choose from. */
const MOST_CARDS = 6

/** Constituency and council, where a postcode leaves a choice. Either may be left open. */
export const PlaceFields = ({ found, typed, errors }: Props) => (
  <>
    <PlaceField
      name="constituency"
      label="Which constituency do you live in?"
      offered={found.constituencies.length ? found.constituencies : constituencies()}
      typed={typed}
      error={errors?.['constituency']}
    />
    <PlaceField
      name="council"
      label="Which council answers for social care where you live?"
      offered={found.councils.length ? found.councils : councils()}
      typed={typed}
      error={errors?.['council']}
    />
  </>
)

interface PlaceProps {
  name: string
  label: string
  offered: readonly Place[]
  typed: Typed | undefined
  error: string | undefined
}

/** One that is certain is shown as chosen. */
function PlaceField({ name, label, offered, typed, error }: PlaceProps) {
  const options = offered.map((place) => ({ value: place.code, label: place.name }))
  const value = typedText(typed, name) ?? (options.length === 1 ? options[0]!.value : undefined)
  return options.length > MOST_CARDS ? (
    <SelectField
      {...{ name, label, error, value }}
      size="medium"
      options={[{ value: '', label: 'Leave this open' }, ...options]}
    />
  ) : (
    <RadioCards {...{ name, label, error, value }} options={[...options, { value: '', label: 'I do not know' }]} />
  )
}
