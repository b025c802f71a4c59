import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckboxGroup } from '../../../ui/Choices.tsx'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { type Hat, inOneField } from '../../hats.ts'
import { hatHints, hatKinds, hatNames, occupationNames, occupations } from '../../kinds.ts'
import { nameOf } from '../../places/lists.ts'
import { PlacesSource } from '../../places/PlacesSource.tsx'
import type { Topic } from '../../topics.ts'
import type { Details } from '../details.ts'
import { MyFrame, type MyProps } from './MyFrame.tsx'

interface Props extends MyProps {
  mine: Details
  hats: readonly Hat[]
  topics: readonly Topic[]
  chosen: ReadonlySet<string>
  typed?: Typed
  errors?: Errors
}

/** A person's own record, to be changed in one form. */
export const DetailsPage = ({ look, said, mine, hats, topics, chosen, typed, errors }: Props) => {
  const fields = { typed: typed ?? storedOf(mine, hats, chosen), errors }
  return (
    <MyFrame look={look} said={said} errors={errors} title="Your details" lede="Change what is wrong or missing.">
      <form method="post" action="/my/details" novalidate>
        <YouFields {...fields} />
        <PlaceFields {...fields} mine={mine} />
        <WorkFields {...fields} />
        <TopicFields {...fields} topics={topics} list="interest" label="I would like to hear about or work on" />
        <TopicFields {...fields} topics={topics} list="offer" label="Now and then I could" />
        <div class="actions">
          <Button size="lg">Save</Button>
          <a href="/my">Back to my page</a>
        </div>
      </form>
      <PlacesSource />
    </MyFrame>
  )
}

interface FieldsProps {
  typed: Typed
  errors: Errors | undefined
}

const known = ({ typed, errors }: FieldsProps, name: string) => ({
  name,
  value: typedText(typed, name),
  error: errors?.[name],
})

const YouFields = (fields: FieldsProps) => (
  <>
    <Field {...known(fields, 'name')} label="Full name" autocomplete="name" spellcheck="false" />
    <Field {...known(fields, 'phone')} label="Telephone" type="tel" autocomplete="tel" size="medium" />
    <TextArea {...known(fields, 'address')} label="Postal address" rows={3} />
  </>
)

const PlaceFields = ({ mine, ...fields }: FieldsProps & { mine: Details }) => (
  <>
    <Field
      {...known(fields, 'postcode')}
      label="Postcode"
      hint="Another postcode brings another constituency and council."
      autocomplete="postal-code"
      size="short"
    />
    <p class="hint later">
      Constituency: {(mine.constituency && nameOf(mine.constituency)) || 'not known'}. Council:{' '}
      {(mine.council && nameOf(mine.council)) || 'not known'}. <a href="/my/places">Change these by hand</a>
    </p>
  </>
)

const WorkFields = (fields: FieldsProps) => (
  <>
    <SelectField
      {...known(fields, 'occupation')}
      label="What you do"
      size="medium"
      options={[
        { value: '', label: 'Not said' },
        ...occupations.map((value) => ({ value, label: occupationNames[value] })),
      ]}
    />
    {hatKinds.map((kind) => (
      <Field
        {...known(fields, kind)}
        label={hatNames[kind]}
        hint={`${hatHints[kind]}. If there are several, put a semicolon between them.`}
      />
    ))}
  </>
)

const TopicFields = ({
  topics,
  list,
  label,
  typed,
  errors,
}: FieldsProps & { topics: readonly Topic[]; list: Topic['list']; label: string }) => {
  const offered = topics.filter((topic) => topic.list === list)
  if (offered.length === 0) return null
  return (
    <CheckboxGroup
      name="topic"
      label={label}
      options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      values={[typed['topic'] ?? []].flat()}
      error={errors?.['topic']}
    />
  )
}

const storedOf = (mine: Details, hats: readonly Hat[], chosen: ReadonlySet<string>): Typed => ({
  name: mine.name,
  phone: mine.phone ?? '',
  address: mine.address ?? '',
  postcode: mine.postcode ?? '',
  occupation: mine.occupation ?? '',
  topic: [...chosen],
  ...Object.fromEntries(hatKinds.map((kind) => [kind, inOneField(hats, kind)])),
})
