import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { chosen, mayChoose, purposeNames } from '../../purposes.ts'
import { HOME } from '../asking.ts'
import type { PersonRecord } from '../record.ts'
import { noPurposes } from '../recordForms.ts'
import type { Refused } from '../recordRoutes.tsx'
import { ChannelField } from './ChannelField.tsx'

interface FormProps {
  readonly person: PersonRecord
  readonly refused: Refused | undefined
}

/** Somebody said yes to something, and not on their own page. */
export const YesCard = ({ person: { id, kind }, refused }: FormProps) => (
  <Card labelledby="yes">
    <CardHead title="They said yes" id="yes" />
    <form class="pad stack" method="post" action={`${HOME}/${id}/agreed/yes`} novalidate>
      <SelectField
        name="purpose"
        id="yes-purpose"
        label="To what"
        options={chosen.filter((one) => mayChoose(one, kind)).map((one) => ({ value: one, label: purposeNames[one] }))}
        value={typedText(refused?.typed, 'purpose')}
        error={refused?.errors['purpose']}
      />
      <ChannelField typed={refused?.typed} errors={refused?.errors} id="yes-channel" />
      <Field
        name="evidence"
        label="What shows it"
        hint="Such as “Signed form, 3 May, in the green folder”"
        value={typedText(refused?.typed, 'evidence')}
        error={refused?.errors['evidence']}
      />
      <Button>Record the yes</Button>
    </form>
  </Card>
)

/** Somebody said no. It stands until they take it back themselves. */
export const NoCard = ({ person: { id }, refused }: FormProps) => (
  <Card labelledby="no">
    <CardHead title="They said no" id="no" />
    <form class="pad stack" method="post" action={`${HOME}/${id}/agreed/no`} novalidate>
      <SelectField
        name="purpose"
        id="no-purpose"
        label="To what"
        options={noPurposes.map((one) => ({ value: one, label: purposeNames[one] }))}
        value={typedText(refused?.typed, 'purpose')}
        error={refused?.errors['purpose']}
      />
      <ChannelField typed={refused?.typed} errors={refused?.errors} id="no-channel" />
      <Button tone="alt">Record the no</Button>
    </form>
  </Card>
)
