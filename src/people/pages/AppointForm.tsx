import { type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { roleNames, roles } from '../../platform/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

/** Somebody takes on an office, today or on a coming day. */
export const AppointForm = ({
  typed,
  errors,
  today,
}: {
  typed: Typed | undefined
  errors: Errors | undefined
  today: string
}) => (
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
    <Field
      name="from"
      label="From"
      type="date"
      hint="Today, or a coming day: it begins by itself."
      min={today}
      value={typedText(typed, 'from') ?? today}
      error={errors?.['from']}
    />
    <Field
      name="to"
      label="Until"
      type="date"
      hint="The day somebody else takes over. Leave it empty if nobody knows yet."
      value={typedText(typed, 'to')}
      error={errors?.['to']}
    />
    <Field
      name="minute"
      label="Where it was decided"
      hint="Such as: AGM 14 March 2026, item 6"
      autocomplete="off"
      value={typedText(typed, 'minute')}
      error={errors?.['minute']}
    />
    <Button>Appoint</Button>
  </form>
)
