import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficerPage } from '../../../people/index.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { Time } from '../../../ui/Time.tsx'

interface Props {
  look: Look
  zone: string
  page: OfficerPage
  holdsOffice: boolean
  /** What the person would say yes to. */
  wording: string
  typed?: Typed
  errors?: Errors
}

const HERE = '/my/officer-page'

/** A person's own words and picture for the public page of officers, and their yes or no. */
export const MyOfficerPage = (props: Props) => (
  <PlainLayout
    head={{ title: 'Me on the website', noindex: true, refused: props.errors !== undefined }}
    look={props.look}
  >
    <div class="stack-l">
      <ErrorSummary errors={props.errors} />
      <Breadcrumb crumbs={[{ label: 'My page', href: '/my' }, { label: 'Me on the website' }]} />
      <h1>Me on the website</h1>
      <Standing {...props} />
      <Words {...props} />
      <Consent {...props} />
    </div>
  </PlainLayout>
)

const Standing = ({ page: { consent }, holdsOffice, zone }: Props) => (
  <Notice tone={consent ? 'ok' : 'info'}>
    {consent ? (
      <p>
        You agreed on <Time at={consent.givenAt} zone={zone} />.{' '}
        {holdsOffice ? (
          <>
            You are shown among <a href="/officers">our officers</a>.
          </>
        ) : (
          'You hold no office now, so you are not shown.'
        )}
      </p>
    ) : (
      <p>You are not shown on the public website. Nobody is without their own yes, given here.</p>
    )}
  </Notice>
)

const Words = ({ page, typed, errors }: Props) => (
  <Card labelledby="words">
    <CardHead title="What stands there" id="words" />
    <form method="post" action={HERE} enctype="multipart/form-data" novalidate class="pad">
      <TextArea
        name="biography"
        label="About you"
        hint="A few sentences; an empty line begins a new paragraph. Your name and office are added."
        rows={6}
        maxlength={3000}
        value={typedText(typed, 'biography') ?? page.biography}
        error={errors?.['biography']}
      />
      <FileField
        name="photo"
        label={page.photoSha256 ? 'Another picture' : 'Picture'}
        hint="JPEG, PNG or WebP. The place and camera that photographs carry are taken out."
        accept="image/jpeg,image/png,image/webp,image/avif"
        error={errors?.['photo']}
      />
      {page.photoSha256 && <Checkbox name="withoutPhoto" label="Take my picture away" />}
      <p class="row later">
        <Button tone="alt" icon="save">
          Save
        </Button>
      </p>
    </form>
  </Card>
)

const Consent = ({ page: { consent }, wording, errors }: Props) => (
  <Card labelledby="consent">
    <CardHead title={consent ? 'You said' : 'Your yes'} id="consent" />
    {consent ? (
      <form method="post" action={`${HERE}/consent/withdrawal`} class="pad stack">
        <blockquote>{consent.wording}</blockquote>
        <p>
          <Button tone="danger" icon="x">
            Take me off the website
          </Button>
        </p>
      </form>
    ) : (
      <form method="post" action={`${HERE}/consent`} novalidate class="pad stack">
        <Checkbox name="agree" label={wording} error={errors?.['agree']} />
        <p>
          <Button icon="check">Show me on the website</Button>
        </p>
      </form>
    )}
  </Card>
)
