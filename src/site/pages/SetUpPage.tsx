import { type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'
import { ColourChoice } from '../ColourChoice.tsx'

interface Props {
  /** '/set-up/<token>': where both forms go. */
  path: string
  typed?: Typed
  errors?: Errors
}

export const SetUpPage = ({ path, typed, errors }: Props) => (
  <PlainLayout
    head={{ title: 'Set up your group', noindex: true, refused: errors !== undefined }}
    look={{ name: 'Backbench' }}
  >
    <ErrorSummary errors={errors} />
    <div class="stack-l">
      <h1>Set up your group</h1>
      <p class="lede">
        A few answers now; everything can be changed later. You will be its first officer and signed in at once.
      </p>
      <form method="post" action={path} novalidate class="stack-l">
        <GroupFields typed={typed} errors={errors} />
        <OfficerFields typed={typed} errors={errors} />
        <Button size="lg">Make the website</Button>
      </form>
      <Sample path={path} />
    </div>
  </PlainLayout>
)

interface FieldsProps {
  typed: Typed | undefined
  errors: Errors | undefined
}

const GroupFields = ({ typed, errors }: FieldsProps) => (
  <>
    <Field
      name="name"
      label="Name of the group"
      autocomplete="organization"
      value={typedText(typed, 'name')}
      error={errors?.['name']}
    />
    <ColourChoice
      name="colour"
      label="Its colour"
      hint="Buttons, links and headings take it. All of these are easy to read."
      value={typedText(typed, 'colour') ?? 'bench'}
      error={errors?.['colour']}
    />
    <Field
      name="slug"
      label="Short web name (optional)"
      hint="Small letters and hyphens, like fair-care. Leave it empty and we make one from the name."
      spellcheck="false"
      autocomplete="off"
      size="medium"
      value={typedText(typed, 'slug')}
      error={errors?.['slug']}
    />
  </>
)

const OfficerFields = ({ typed, errors }: FieldsProps) => (
  <>
    <h2>You, its first officer</h2>
    <Field
      name="officer_name"
      label="Your name"
      autocomplete="name"
      value={typedText(typed, 'officer_name')}
      error={errors?.['officer_name']}
    />
    <Field
      name="officer_email"
      label="Your email address"
      type="email"
      autocomplete="email"
      hint="You sign in with it. It is not shown on the website."
      value={typedText(typed, 'officer_email')}
      error={errors?.['officer_email']}
    />
  </>
)

const Sample = ({ path }: { path: string }) => (
  <Card look="aside" padded>
    <form method="post" action={`${path}/sample`} class="stack">
      <h2>Only looking?</h2>
      <p>
        Try it with a sample group: an invented river forum with posts, pages, comments and officers. You are signed in
        as its chair.
      </p>
      <Button tone="alt">Try it with a sample group</Button>
    </form>
  </Card>
)
