import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { HOME } from '../asking.ts'
import type { Body } from '../bodies.ts'
import type { Desk } from '../desks.ts'
import type { Candidate } from '../picking.ts'
import type { Refused } from '../recordRoutes.tsx'
import { WhoField } from './WhoField.tsx'

interface Props {
  readonly body: Body
  readonly desks: readonly Desk[]
  readonly refused?: Refused | undefined
  readonly choice: readonly Candidate[]
}

/** Somebody takes a desk at a body, in nobody's place or in somebody's. */
export const NewDeskCard = ({ body, desks, refused, choice }: Props) => {
  const failed = refused?.fact === 'desk' ? refused : undefined
  const present = desks.filter(({ to }) => !to)
  return (
    <Card labelledby="new-desk">
      <CardHead title="Somebody sits there" id="new-desk" />
      <form class="pad stack" method="post" action={`${HOME}/bodies/${body.id}/desks`} novalidate>
        <WhoField label="Who" refused={failed} choice={choice} />
        <Field
          name="title"
          label="As what"
          hint="Such as Policy officer"
          value={typedText(failed?.typed, 'title')}
          error={failed?.errors['title']}
        />
        <Field
          name="from"
          label="Since, if not today"
          type="date"
          value={typedText(failed?.typed, 'from')}
          error={failed?.errors['from']}
        />
        {present.length > 0 && (
          <SelectField
            name="succeeds"
            label="In place of"
            options={[
              { value: '', label: 'Nobody' },
              ...present.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
            ]}
            value={typedText(failed?.typed, 'succeeds')}
          />
        )}
        <Button>Add the desk</Button>
      </form>
    </Card>
  )
}
