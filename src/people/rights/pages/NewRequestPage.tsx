import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import type { Person } from '../../persons.ts'
import { requestChannelNames, requestChannels, requestKinds, requestNames } from '../requestKinds.ts'

interface Props {
  frame: OfficeFrame
  today: string
  /** Whose request it is, when the officer came from their record. */
  person: Person | null
  typed?: Typed
  errors?: Errors
}

/** A request that came otherwise than on the person's own page. */
export const NewRequestPage = ({ frame, today, person, typed, errors }: Props) => {
  const value = (name: string) => typedText(typed, name)
  const field = (name: string) => ({ name, value: value(name), error: errors?.[name] })
  const known = person?.id ?? value('person')
  return (
    <OfficeLayout {...frame} head={{ title: 'Enter a request', refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={person ? `A request of ${person.name}` : 'Enter a request'}
        crumbs={[{ label: 'Requests', href: '/office/requests' }, { label: 'Enter a request' }]}
        sentence="The clock runs from the day it came, to whichever officer, in whatever words."
      />
      <Card padded>
        <form class="stack" method="post" action="/office/requests/new" novalidate>
          <Kind field={field} />
          {known ? <input type="hidden" name="person" value={known} /> : <Who field={field} />}
          <Field
            {...field('received')}
            label="The day it came"
            type="date"
            size="short"
            max={today}
            value={value('received') ?? today}
          />
          <HowItCame field={field} />
          <TextArea {...field('words')} label="What they wrote or said" maxlength={5000} />
          <Checkbox
            name="letter"
            label="Send them a letter that it came"
            hint="It says by when they get an answer. Only with an email address."
            checked={typed === undefined || value('letter') === 'yes'}
          />
          <p class="row">
            <Button icon="check">Enter the request</Button>
          </p>
        </form>
      </Card>
    </OfficeLayout>
  )
}

interface WithField {
  field: (name: string) => { name: string; value: string | undefined; error: string | undefined }
}

const Kind = ({ field }: WithField) => (
  <SelectField
    {...field('kind')}
    label="What do they ask for?"
    options={[
      { value: '', label: 'Choose' },
      ...requestKinds.map((kind) => ({ value: kind, label: requestNames[kind] })),
    ]}
    size="medium"
  />
)

const Who = ({ field }: WithField) => (
  <>
    <Field {...field('name')} label="Their name" size="medium" autocomplete="off" />
    <Field
      {...field('email')}
      label="Their email address"
      hint="If there is one. It finds their record; somebody you do not have yet is added as a contact."
      type="email"
      size="medium"
      autocomplete="off"
    />
  </>
)

const HowItCame = ({ field }: WithField) => (
  <SelectField
    {...field('channel')}
    label="How did it come?"
    options={[
      { value: '', label: 'Choose' },
      ...requestChannels
        .filter((one) => one !== 'my_page')
        .map((one) => ({ value: one, label: requestChannelNames[one] })),
    ]}
    size="medium"
  />
)
