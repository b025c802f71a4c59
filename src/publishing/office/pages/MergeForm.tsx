import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'

interface Props {
  action: string
  others: readonly { readonly id: string; readonly name: string }[]
  sentence: string
  error: string | undefined
}

/** Two become one. Nothing to show while there is no other. */
export const MergeForm = ({ action, others, sentence, error }: Props) =>
  others.length === 0 ? null : (
    <Card>
      <CardHead title="Merge into another" />
      <form class="pad stack" method="post" action={action} novalidate>
        <p>{sentence}</p>
        <SelectField
          name="into"
          label="Keep"
          error={error}
          options={[{ value: '', label: 'Choose one' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Button tone="alt">Merge them</Button>
      </form>
    </Card>
  )
