import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { kindNames, type Occupation, occupationNames, statusNames, type Status } from '../../kinds.ts'
import {
  type Choices,
  differing,
  type MergeField,
  mergeFieldNames,
  mergeFields,
  type MergeRecord,
  type Pair,
  sideOf,
} from '../mergeFields.ts'

interface Props {
  frame: OfficeFrame
  pair: Pair
  choices: Choices
  step: 'choose' | 'preview'
}

const HOME = '/office/register/duplicates'

/** Two records side by side, field by field; then the one they become. */
export const MergePage = ({ frame, pair, choices, step }: Props) => {
  const action = `${HOME}/${pair.one.id}/${pair.other.id}`
  return (
    <OfficeLayout {...frame} head={{ title: 'Merge two records' }}>
      <PageTitle
        title={step === 'choose' ? 'One person or two?' : 'So it will be'}
        crumbs={[{ label: 'Duplicates', href: HOME }, { label: `${pair.one.name} and ${pair.other.name}` }]}
        sentence={
          step === 'choose'
            ? 'Choose what is right where the two differ. The older record stays.'
            : 'Nothing has changed yet. You can undo it for 30 days.'
        }
      />
      <div class="stack-l">
        {step === 'choose' ? <Choose {...{ pair, choices, action }} /> : <Preview {...{ pair, choices, action }} />}
        <Moves />
      </div>
    </OfficeLayout>
  )
}

const Choose = ({ pair, choices, action }: { pair: Pair; choices: Choices; action: string }) => {
  const fields = differing(pair.one, pair.other)
  return (
    <Card>
      <form class="pad stack" method="post" action={action}>
        {fields.length === 0 && <p>The two differ in nothing you need to choose.</p>}
        {fields.map((field) => (
          <RadioCards
            name={field}
            label={mergeFieldNames[field]}
            columns
            options={[
              { value: 'one', label: shown(field, pair.one), hint: 'The older record' },
              { value: 'other', label: shown(field, pair.other), hint: 'The newer record' },
            ]}
            value={sideOf(field, choices, pair)}
          />
        ))}
        <div class="row">
          <Button name="to" value="preview">
            See how it will be
          </Button>
          <Button name="to" value="apart" tone="ghost" formaction={`${action}/apart`}>
            These are two people
          </Button>
        </div>
      </form>
    </Card>
  )
}

const Preview = ({ pair, choices, action }: { pair: Pair; choices: Choices; action: string }) => (
  <Card labelledby="becomes">
    <CardHead title="One person" id="becomes" />
    <div class="pad stack">
      <FactsList
        facts={mergeFields.map((field) => [mergeFieldNames[field], shown(field, pair[sideOf(field, choices, pair)])])}
      />
      <form class="row" method="post" action={action}>
        {Object.entries(choices).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <Button name="to" value="merge" icon="users">
          Merge the two
        </Button>
        <ButtonLink href={action} tone="ghost">
          Choose again
        </ButtonLink>
      </form>
    </div>
  </Card>
)

const Moves = () => (
  <Notice>
    <p>
      Everything else of both is kept: memberships, roles, groups, interests, notes, relationships, consents. Where one
      said no and the other yes, it is no. The other email address goes on working for signing in. Browsers signed in
      with the newer record are signed out.
    </p>
  </Notice>
)

function shown(field: MergeField, record: MergeRecord): string {
  if (field === 'kind') return `${kindNames[record.kind]}, ${statusNames[record.status as Status].toLowerCase()}`
  const value = record[field] ?? ''
  return field === 'occupation' && value !== '' ? occupationNames[value as Occupation] : value
}
