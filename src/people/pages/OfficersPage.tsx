import { type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { roleNames, roles } from '../../platform/roles.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { mustHaveSecondFactor } from '../factors/rules.ts'
import type { OfficeHeld } from '../offices.ts'

interface Props {
  frame: OfficeFrame
  officers: readonly OfficeHeld[]
  /** Ids of those who have a passkey or an authenticator. */
  withFactor: ReadonlySet<string>
  /** Ids of those who agree to be named on the website. */
  agreed: ReadonlySet<string>
  typed?: Typed
  errors?: Errors
}

export const OfficersPage = ({ frame, officers, withFactor, agreed, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Officers', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <div class="page-head">
      <div>
        <h1>Officers</h1>
        <p class="meta">Who may work in this office. Ending an office takes effect at once.</p>
      </div>
    </div>
    <div class="dash">
      <Card span={8}>
        <CardHead title="In office today" />
        <OfficerTable officers={officers} withFactor={withFactor} agreed={agreed} />
      </Card>
      <Card span={4}>
        <CardHead title="Appoint an officer" />
        <AppointForm typed={typed} errors={errors} />
      </Card>
    </div>
  </OfficeLayout>
)

const OfficerTable = ({ officers, withFactor, agreed }: Pick<Props, 'officers' | 'withFactor' | 'agreed'>) => (
  <table class="table cards">
    <caption class="vh">Officers today</caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Office</th>
        <th scope="col">Email</th>
        <th scope="col">
          <span class="vh">End the office</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {officers.map(({ id, personId, name, role, email }) => (
        <tr>
          <td class="strong">{name}</td>
          <td data-l="Office">
            {roleNames[role]} {agreed.has(personId) && <Chip tone="go">On the website</Chip>}
          </td>
          <td data-l="Email">
            {email}
            <br />
            <FactorChip has={withFactor.has(personId)} required={mustHaveSecondFactor({ roles: new Set([role]) })} />
          </td>
          <td class="r">
            <form method="post" action={`/office/officers/${id}/end`}>
              <Button tone="alt" size="sm">
                End
                <span class="vh">
                  {' '}
                  {name}’s office of {roleNames[role]}
                </span>
              </Button>
            </form>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const FactorChip = ({ has, required }: { has: boolean; required: boolean }) =>
  has ? (
    <Chip tone="ok">Passkey or app</Chip>
  ) : (
    <Chip tone={required ? 'warn' : 'plain'}>{required ? 'Needs a passkey or app' : 'Letter only'}</Chip>
  )

const AppointForm = ({ typed, errors }: { typed: Typed | undefined; errors: Errors | undefined }) => (
  <form method="post" action="/office/officers" novalidate class="pad stack">
    <Field name="name" label="Name" autocomplete="off" value={typedText(typed, 'name')} error={errors?.['name']} />
    <Field
      name="email"
      label="Email address"
      type="email"
      autocomplete="off"
      hint="They sign in with it"
      value={typedText(typed, 'email')}
      error={errors?.['email']}
    />
    <SelectField
      name="role"
      label="Office"
      options={roles.map((role) => ({ value: role, label: roleNames[role] }))}
      value={typedText(typed, 'role')}
      error={errors?.['role']}
    />
    <Button>Appoint</Button>
  </form>
)
