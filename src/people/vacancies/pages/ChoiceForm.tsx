import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { VACANCIES } from './VacanciesPage.tsx'
import type { VacancyProps } from './VacancyPage.tsx'

/** Who takes the office on, from which day, and whose office ends with that. */
export const ChoiceForm = (props: VacancyProps) => {
  const { vacancy, today, interested, others, holders, typed, errors } = props
  const people = [
    ...interested.map(({ personId, name }) => ({ value: personId, label: name, hint: 'Said they would do it' })),
    ...others
      .filter(({ id }) => !interested.some(({ personId }) => personId === id))
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Card labelledby="choice">
      <CardHead title="Choose who takes it on" id="choice" />
      <Finding {...props} />
      {people.length > 0 && (
        <form method="post" action={`${VACANCIES}/${vacancy.id}/appointment`} novalidate class="pad stack">
          <RadioCards
            name="person"
            label="Who?"
            options={people}
            value={typedText(typed, 'person')}
            error={errors?.['person']}
          />
          <Field
            name="on"
            label="From which day?"
            type="date"
            hint="On that day permissions move by themselves."
            min={today}
            value={typedText(typed, 'on')}
            error={errors?.['on']}
          />
          <SelectField
            name="ends"
            label="Whose office ends that day?"
            options={[...holders.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'Nobody’s' }]}
            value={typedText(typed, 'ends') ?? holders[0]?.id}
            error={errors?.['ends']}
          />
          <Field
            name="minute"
            label="Where it was decided"
            hint="Such as: AGM 14 March 2026, item 6"
            autocomplete="off"
            value={typedText(typed, 'minute')}
            error={errors?.['minute']}
          />
          <Button>Hand the office over</Button>
        </form>
      )}
    </Card>
  )
}

const Finding = ({ vacancy, q, others }: VacancyProps) => (
  <form method="get" action={`${VACANCIES}/${vacancy.id}`} role="search" aria-label="Find a member" class="pad stack-s">
    <Field name="q" label="Somebody else? Find them by name" type="search" value={q} />
    <Button tone="alt" icon="search" size="sm">
      Find
    </Button>
    {q && others.length === 0 && <p class="meta">No current member has “{q}” in their name.</p>}
  </form>
)
