import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { typedText } from '../../../platform/forms.ts'
import { kindNames, kinds, statuses, statusNames } from '../../kinds.ts'
import { HOME } from '../asking.ts'
import type { FactsProps } from './FactsPage.tsx'
import { ChannelField } from './ChannelField.tsx'

/** What somebody is to the group: begun, changed and ended here. */
export const KindCard = ({ person, changes, refused }: FactsProps) => {
  const failed = refused?.fact === 'kind' ? refused : undefined
  if (!changes) return null
  return (
    <Card labelledby="standing">
      <CardHead title="What they are to the group" id="standing" />
      <div class="pad stack-s">
        <InlineEdit
          whole
          shown={<b>{kindNames[person.kind]}</b>}
          purpose="change the kind"
          action={`${HOME}/${person.id}/kind`}
          open={failed !== undefined}
        >
          <SelectField
            name="kind"
            label="From today they are"
            options={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
            value={typedText(failed?.typed, 'kind') ?? person.kind}
            error={failed?.errors['kind']}
          />
          <ChannelField typed={failed?.typed} errors={failed?.errors} />
          <Field
            name="evidence"
            label="What shows it"
            hint="Needed for a supporter, who must have agreed to be held"
            value={typedText(failed?.typed, 'evidence')}
            error={failed?.errors['evidence']}
          />
        </InlineEdit>
        <InlineEdit
          whole
          shown={<span>{statusNames[person.status]}</span>}
          purpose="change the status"
          action={`${HOME}/${person.id}/status`}
        >
          <input type="hidden" name="back" value="record" />
          <SelectField
            name="status"
            label="From today"
            options={statuses.map((status) => ({ value: status, label: statusNames[status] }))}
            value={person.status}
          />
        </InlineEdit>
      </div>
    </Card>
  )
}
