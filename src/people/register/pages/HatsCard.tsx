import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { typedText } from '../../../platform/forms.ts'
import { hatKinds, hatNames } from '../../kinds.ts'
import { HOME } from '../asking.ts'
import type { FactsProps } from './FactsPage.tsx'

/** Employer, union and other bodies somebody belongs to. */
export const HatsCard = ({ person, hats, changes, refused }: FactsProps) => {
  const failed = refused?.fact === 'hats' ? refused : undefined
  return (
    <Card labelledby="hats">
      <CardHead title="Other hats" id="hats" />
      <div class="pad stack-s">
        {hats.length === 0 && <p class="meta">None noted, such as an employer or a union.</p>}
        {hats.map(({ id, kind, name }) => (
          <div class="row between">
            <span>
              <span class="meta">{hatNames[kind]}: </span>
              {name}
            </span>
            {changes && (
              <form method="post" action={`${HOME}/${person.id}/hats/${id}/removal`}>
                <Button tone="ghost" size="sm" icon="x" aria-label={`Take away ${name}`}>
                  Take away
                </Button>
              </form>
            )}
          </div>
        ))}
        {changes && (
          <InlineEdit
            whole
            shown="Add one"
            purpose="add another hat"
            action={`${HOME}/${person.id}/hats`}
            open={failed !== undefined}
          >
            <SelectField
              name="hatKind"
              label="What it is"
              options={hatKinds.map((kind) => ({ value: kind, label: hatNames[kind] }))}
              value={typedText(failed?.typed, 'hatKind')}
              error={failed?.errors['hatKind']}
            />
            <Field
              name="hatName"
              label="Its name"
              value={typedText(failed?.typed, 'hatName')}
              error={failed?.errors['hatName']}
            />
          </InlineEdit>
        )}
      </div>
    </Card>
  )
}
