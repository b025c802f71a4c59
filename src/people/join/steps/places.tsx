import { z } from 'zod'
import { Notice } from '../../../ui/Notice.tsx'
import { chosenPlaces, isCertain } from '../../places/choosing.ts'
import { PlaceFields } from '../../places/PlaceFields.tsx'
import { findPlaces } from '../../places/places.ts'
import { PlacesSource } from '../../places/PlacesSource.tsx'
import { placeRows } from './placeRows.ts'
import { type FieldsProps, step } from './step.ts'

const code = z.string().max(9).optional()

/** Only where the postcode leaves a choice, or is nowhere in our data. */
export const placesStep = step({
  name: 'places',
  title: () => 'Where you live',
  applies: ({ answers: { written } }) => Boolean(written) && !isCertain(findPlaces(written!)),
  schema: z.object({ constituency: code, council: code }),
  answer: ({ constituency = '', council = '' }) => {
    const chosen = chosenPlaces({ constituency: constituency || null, council: council || null })
    return { constituency: chosen.constituency, council: chosen.council }
  },
  stored: ({ constituency, council, done }) =>
    done?.includes('places') ? { constituency: constituency ?? '', council: council ?? '' } : {},
  told: ({ answers }) => placeRows(answers),
  Fields: PlacesFields,
  Foot: PlacesSource,
})

function PlacesFields({ facts, typed, errors }: FieldsProps) {
  const found = findPlaces(facts.answers.written ?? '')
  return (
    <>
      <Notice tone={found.note ? 'warn' : 'info'}>
        <p>
          {found.note ??
            `${found.postcode} lies near a border, so more than one place fits. Choose yours, or leave it open.`}
        </p>
        {found.note && (
          <p>
            You may also leave both open and go on, or <a href="/join/postcode">enter another postcode</a>.
          </p>
        )}
      </Notice>
      <PlaceFields found={found} typed={typed} errors={errors} />
    </>
  )
}
