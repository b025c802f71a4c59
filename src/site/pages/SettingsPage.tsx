import type { Errors, Typed } from '../../platform/forms.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import type { Choices, Section } from '../settings/section.ts'

/** A section with what its fields show: what is saved, or what was typed and refused. */
export interface ShownSection {
  readonly section: Section
  readonly typed: Typed
  readonly errors?: Errors | undefined
}

interface Props {
  frame: OfficeFrame
  shown: readonly ShownSection[]
  choices: Choices
}

export const SettingsPage = ({ frame, shown, choices }: Props) => {
  const errors = shown.find((one) => one.errors)?.errors
  return (
    <OfficeLayout {...frame} head={{ title: 'Settings', refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title="Settings"
        sentence="What the group says of itself. Each part is saved by its own button, and can be undone."
      />
      <div class="beside">
        <nav aria-label="Parts of this page">
          <ul class="contents" role="list">
            {shown.map(({ section }) => (
              <li>
                <a href={`#${section.name}`}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="stack-l">
          {shown.map((one) => (
            <SectionCard {...one} choices={choices} />
          ))}
        </div>
      </div>
    </OfficeLayout>
  )
}

const SectionCard = ({ section, typed, errors, choices }: ShownSection & { choices: Choices }) => (
  <Card labelledby={section.name}>
    <CardHead title={section.title} id={section.name} />
    <form method="post" action={`/office/settings/${section.name}`} novalidate class="pad stack-l">
      <p class="meta">{section.sentence}</p>
      <section.Fields typed={typed} errors={errors} choices={choices} />
      <Button tone="alt">Save {section.title.toLowerCase()}</Button>
    </form>
  </Card>
)
