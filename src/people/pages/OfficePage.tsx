import { type Errors, type Typed, typedText } from '../../platform/forms.ts'
import { roleNames } from '../../platform/roles.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FactsList } from '../../ui/FactsList.tsx'
import { Field } from '../../ui/Field.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { standingOn } from '../officeRules.ts'
import type { OfficeHeld } from '../offices.ts'
import { plainDay } from '../../ui/words.ts'
import { StandingChip } from './StandingChip.tsx'

interface Props {
  frame: OfficeFrame
  today: string
  office: OfficeHeld
  typed?: Typed
  errors?: Errors
}

/** One office held by one person: since when, until when, where it was decided. */
export const OfficePage = ({ frame, today, office, typed, errors }: Props) => {
  const standing = standingOn(office, today)
  const title = `${office.name}, ${roleNames[office.role]}`
  return (
    <OfficeLayout {...frame} head={{ title, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle title={title} crumbs={[{ label: 'Officers', href: '/office/officers' }, { label: office.name }]} />
      <div class="dash">
        <Card span={8}>
          <CardHead title="The office">
            <StandingChip standing={standing} />
          </CardHead>
          <div class="pad">
            <FactsList
              facts={[
                ['Office', roleNames[office.role]],
                ['From', plainDay(office.from)],
                ['Until', office.to ? plainDay(office.to) : 'Open'],
                ['Decided at', office.minute ?? 'No minute noted'],
              ]}
            />
          </div>
        </Card>
        <div class="c4 stack-l">
          <Card>
            <CardHead title="Where it was decided" />
            <form method="post" action={`/office/officers/${office.id}/minute`} novalidate class="pad stack">
              <Field
                name="minute"
                label="Minute"
                hint="Such as: AGM 14 March 2026, item 6"
                autocomplete="off"
                value={typedText(typed, 'minute') ?? office.minute ?? ''}
                error={errors?.['minute']}
              />
              <Button tone="alt">Save</Button>
            </form>
          </Card>
          {standing !== 'ended' && (
            <Card>
              <CardHead title={standing === 'coming' ? 'Take it back, or say when it ends' : 'End the office'} />
              <form method="post" action={`/office/officers/${office.id}/end`} novalidate class="pad stack">
                <Field
                  name="on"
                  label="The day it ends"
                  type="date"
                  hint="From the start of that day it is no longer theirs."
                  min={today}
                  value={typedText(typed, 'on') ?? office.to ?? today}
                  error={errors?.['on']}
                />
                <Button tone="alt">End it on that day</Button>
              </form>
            </Card>
          )}
        </div>
      </div>
    </OfficeLayout>
  )
}
