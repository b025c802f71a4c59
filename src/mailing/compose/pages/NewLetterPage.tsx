import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'

interface Props {
  frame: OfficeFrame
  typed?: Typed
  errors?: Errors
}

/** What a letter begins with. Its kind decides whom it may reach, and is not changed afterwards. */
export const NewLetterPage = ({ frame, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Write a letter', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <PageTitle title="Write a letter" crumbs={[{ label: 'Letters', href: '/office/letters' }, { label: 'New' }]} />
    <Card padded>
      <form method="post" action="/office/letters/new" novalidate>
        <RadioCards
          name="kind"
          label="What kind of letter is it?"
          value={typedText(typed, 'kind') ?? 'newsletter'}
          error={errors?.['kind']}
          options={[
            {
              value: 'newsletter',
              label: 'Newsletter',
              hint: 'Goes only to people who asked for it. Everybody can stop it with one click.',
            },
            {
              value: 'notice',
              label: 'Notice',
              hint: 'About meetings and elections of the group. Goes to those who belong to it and have not said no.',
            },
          ]}
        />
        <Field
          name="subject"
          label="Subject"
          hint="The line your readers see first. You can change it later."
          value={typedText(typed, 'subject')}
          error={errors?.['subject']}
          maxlength={200}
        />
        <p class="row later">
          <Button name="begin" value="drafted" icon="pencil">
            Draft it for me
          </Button>
          <Button name="begin" value="empty" tone="alt">
            Begin with an empty letter
          </Button>
        </p>
        <p class="meta">
          “Draft it for me” gathers what happened since your last newsletter: posts, figures, offices that need
          somebody.
        </p>
      </form>
    </Card>
  </OfficeLayout>
)
