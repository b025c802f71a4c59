import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { retentionRules, yearsFields } from '../retentionRules.ts'
import type { RetentionProps } from './RetentionPage.tsx'

/** The group's own years. */
export const YearsCard = ({ years, typed, errors }: RetentionProps) => (
  <Card labelledby="years">
    <CardHead title="How long you keep what" id="years" />
    <form class="pad stack" method="post" action="/office/requests/retention/years" novalidate>
      <p class="meta">In whole years. Say the same in your privacy notice, and keep to it.</p>
      <div class="grid">
        {retentionRules.map((rule) => (
          <div>
            <Field
              name={rule}
              label={yearsFields[rule]}
              type="number"
              size="short"
              min={1}
              max={20}
              value={typedText(typed, rule) ?? years[rule]}
              error={errors?.[rule]}
            />
          </div>
        ))}
      </div>
      <Button tone="alt">Keep these years</Button>
    </form>
  </Card>
)
