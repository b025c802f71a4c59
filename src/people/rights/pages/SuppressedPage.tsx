import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { plural } from '../../../ui/words.ts'
import { RightsTabs } from './RightsTabs.tsx'

interface Props {
  frame: OfficeFrame
  count: number
  typed?: Typed
  errors?: Errors
}

/** How many addresses are never written to again, and a form for one more. */
export const SuppressedPage = ({ frame, count, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Never write to', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <PageTitle
      title="Never write to"
      sentence={`${plural(count, 'address is', 'addresses are')} on the list. Each is kept as a mark made from it, from which nobody can read whose it was.`}
    />
    <RightsTabs current="suppressed" />
    <Card labelledby="add">
      <CardHead title="Add an address" id="add" />
      <form class="pad stack" method="post" action="/office/requests/suppressed" novalidate>
        <p>
          For somebody who says: never write to me again. If they are on the register, all letters to them stop. The
          addresses of people who were erased are on the list by themselves.
        </p>
        <Field
          name="email"
          label="Email address"
          type="email"
          size="medium"
          autocomplete="off"
          value={typedText(typed, 'email')}
          error={errors?.['email']}
        />
        <Button>Never write to this address</Button>
      </form>
    </Card>
  </OfficeLayout>
)
