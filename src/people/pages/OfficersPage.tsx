import { type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { roleNames, roles } from '../../platform/roles.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { OfficeHeld } from '../offices.ts'

interface Props {
  frame: OfficeFrame
  officers: readonly OfficeHeld[]
  typed?: Typed
  errors?: Errors
}

export const OfficersPage = ({ frame, officers, typed, errors }: Props) => (
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
        <OfficerTable officers={officers} />
      </Card>
      <Card span={4}>
        <CardHead title="Appoint an officer" />
        <AppointForm typed={typed} errors={errors} />
      </Card>
    </div>
  </OfficeLayout>
)

const OfficerTable = ({ officers }: { officers: readonly OfficeHeld[] }) => (
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
      {officers.map(({ id, name, role, email }) => (
        <tr>
          <td class="strong">{name}</td>
          <td data-l="Office">{roleNames[role]}</td>
          <td data-l="Email">{email}</td>
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

const AppointForm = ({ typed, errors }: { typed: Typed | undefined; errors: Errors | undefined }) => (
  <form method="post" action="/office/officers" novalidate class="pad">
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
    <div class="mt5">
      <Button>Appoint</Button>
    </div>
  </form>
)
