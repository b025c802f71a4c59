import type { Errors } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import type { Frequency } from '../frequencies.ts'

interface Props {
  action: string
  often: Frequency
  /** The kinds of message they may get: nobody is asked about others. */
  asked: readonly string[]
  errors?: Errors | undefined
}

/** Fewer letters instead of none. */
export const FrequencyForm = ({ action, often, asked, errors }: Props) => (
  <Card padded labelledby="often">
    <form method="post" action={action} novalidate class="stack">
      <h2 id="often">How often</h2>
      <RadioCards
        name="newsletter"
        label="The newsletter"
        value={often.newsletter}
        error={errors?.['newsletter']}
        options={[
          { value: 'each', label: 'Each one' },
          { value: 'monthly', label: 'At most one a month', hint: 'You get the next one when four weeks have passed' },
        ]}
      />
      {asked.includes('notices') && (
        <RadioCards
          name="notices"
          label="Notices of meetings and elections"
          value={often.notices}
          error={errors?.['notices']}
          options={[
            { value: 'at_once', label: 'At once' },
            { value: 'daily', label: 'Once a day', hint: 'All of a day together, at 7 in the morning' },
            {
              value: 'weekly',
              label: 'Once a week',
              hint: 'All of a week together, on Monday at 7. You may hear of a meeting late',
            },
          ]}
        />
      )}
      <p>
        <Button>Save how often</Button>
      </p>
    </form>
  </Card>
)
