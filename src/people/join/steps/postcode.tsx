import { z } from 'zod'
import { ticked, writtenLine } from '../../../platform/fields.ts'
import { typedText } from '../../../platform/forms.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { NOT_A_POSTCODE } from '../../places/nowhere.ts'
import { certain, isCertain } from '../../places/choosing.ts'
import { findPlaces } from '../../places/places.ts'
import { PlacesSource } from '../../places/PlacesSource.tsx'
import type { Answers } from '../answers.ts'
import { placeRows } from './placeRows.ts'
import { step } from './step.ts'

export const postcodeStep = step({
  name: 'postcode',
  title: () => 'Your postcode',
  schema: z.object({ postcode: writtenLine(40, 'the postcode'), without: ticked }),
  answer: ({ postcode, without }, { answers }) => {
    if (without && postcode === '') return { written: '', postcode: null, constituency: null, council: null }
    if (postcode === '')
      return { errors: { postcode: 'Enter your postcode, or tick that you would rather go on without.' } }
    const found = findPlaces(postcode)
    if (found.note === NOT_A_POSTCODE) return { errors: { postcode: NOT_A_POSTCODE } }
    return found.postcode !== null && found.postcode === answers.postcode ? {} : anew(postcode, answers)
  },
  stored: ({ written, postcode }) => ({
    postcode: postcode ?? written ?? '',
    without: written === '' ? 'yes' : '',
  }),
  told: ({ answers }) => [
    ['Postcode', answers.postcode ?? (answers.written || 'Not given')],
    ...(answers.written && isCertain(findPlaces(answers.written)) ? placeRows(answers) : []),
  ],
  Foot: PlacesSource,
  Fields: ({ typed, errors }) => (
    <>
      <Field
        name="postcode"
        label="Postcode"
        hint="It tells us your constituency and your council, so that we can tell you what concerns your MP. We look it up here and ask nobody else."
        autocomplete="postal-code"
        size="short"
        spellcheck="false"
        value={typedText(typed, 'postcode')}
        error={errors?.['postcode']}
      />
      <Checkbox
        name="without"
        label="I have no UK postcode, or would rather not say"
        checked={typedText(typed, 'without') === 'yes'}
      />
    </>
  ),
})

/** Another postcode, so what was chosen for the one before is asked anew. */
function anew(written: string, { done = [] }: Answers): Answers {
  const found = findPlaces(written)
  const { constituency, council } = certain(found)
  return {
    written,
    postcode: found.postcode,
    constituency,
    council,
    done: done.filter((name) => name !== 'places'),
  }
}
