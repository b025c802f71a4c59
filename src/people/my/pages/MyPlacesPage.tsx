import type { Errors, Typed } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PlaceFields } from '../../places/PlaceFields.tsx'
import { findPlaces, type FoundPlaces } from '../../places/places.ts'
import { PlacesSource } from '../../places/PlacesSource.tsx'
import type { Details } from '../details.ts'
import { MyFrame, type MyProps } from './MyFrame.tsx'

interface Props extends MyProps {
  mine: Details
  typed?: Typed
  errors?: Errors
}

/** Constituency and council by hand, where the postcode leaves them open or is wrong about them. */
export const MyPlacesPage = ({ look, said, mine, typed, errors }: Props) => {
  const found: FoundPlaces = mine.postcode
    ? findPlaces(mine.postcode)
    : { state: 'unknown', postcode: null, constituencies: [], councils: [], note: null }
  const stored = { constituency: mine.constituency ?? '', council: mine.council ?? '' }
  return (
    <MyFrame look={look} said={said} errors={errors} title="Where you live">
      {found.note && (
        <Notice tone="warn">
          <p>{found.note}</p>
        </Notice>
      )}
      <form method="post" action="/my/places" novalidate>
        <PlaceFields found={found} typed={typed ?? stored} errors={errors} />
        <div class="actions">
          <Button size="lg">Save</Button>
          <a href="/my/details">Back to your details</a>
        </div>
      </form>
      <PlacesSource />
    </MyFrame>
  )
}
