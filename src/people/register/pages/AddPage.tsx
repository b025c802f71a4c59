import type { OfficeFrame } from '../../../platform/web.ts'
import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { kindNames, kinds } from '../../kinds.ts'
import type { Alike } from '../adding.ts'
import { HOME } from '../asking.ts'
import type { Refused } from '../recordRoutes.tsx'
import { ChannelField } from './ChannelField.tsx'

interface Props {
  frame: OfficeFrame
  refused?: Refused
  /** Who may be meant already. */
  known?: readonly Alike[]
}

/** Somebody is put on the register by hand. */
export const AddPage = ({ frame, refused, known = [] }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Add someone', refused: refused !== undefined }}>
    <ErrorSummary errors={refused?.errors} />
    <PageTitle
      title="Add someone"
      crumbs={[{ label: 'Register', href: HOME }, { label: 'Add someone' }]}
      sentence="They see on their own page what you enter here. Nothing is sent to them."
    />
    {known.length > 0 && <Known known={known} />}
    <div class="dash">
      <Card span={8} padded>
        <AddForm refused={refused} asks={known.some(({ by }) => by === 'name')} />
      </Card>
    </div>
  </OfficeLayout>
)

const Known = ({ known }: { known: readonly Alike[] }) => (
  <Notice tone="warn">
    <p>This may be somebody you have already:</p>
    <ul>
      {known.map(({ id, name, by }) => (
        <li>
          <a href={`${HOME}/${id}`}>{name}</a>,{' '}
          {by === 'email' ? 'who has the same email address' : 'at the same postcode'}
        </li>
      ))}
    </ul>
  </Notice>
)

const AddForm = ({ refused, asks }: { refused: Refused | undefined; asks: boolean }) => {
  const { typed, errors } = refused ?? {}
  return (
    <form class="stack" method="post" action={HOME} novalidate>
      <Field name="name" label="Name" autocomplete="off" value={typedText(typed, 'name')} error={errors?.['name']} />
      <SelectField
        name="kind"
        label="What they are to the group"
        options={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        value={typedText(typed, 'kind')}
        error={errors?.['kind']}
      />
      <Field
        name="email"
        label="Email address, if they have one"
        type="email"
        autocomplete="off"
        value={typedText(typed, 'email')}
        error={errors?.['email']}
      />
      <Field
        name="postcode"
        label="Postcode, if you know it"
        size="short"
        autocomplete="off"
        hint="Their constituency and council are found from it"
        value={typedText(typed, 'postcode')}
        error={errors?.['postcode']}
      />
      <ChannelField typed={typed} errors={errors} />
      <Field
        name="evidence"
        label="What shows it"
        hint="Such as “Signed form, 3 May”. Needed for a supporter, who must have agreed to be held"
        value={typedText(typed, 'evidence')}
        error={errors?.['evidence']}
      />
      {asks && <Checkbox name="another" label="This is another person" error={errors?.['another']} />}
      <Button icon="user-plus">Add to the register</Button>
    </form>
  )
}
