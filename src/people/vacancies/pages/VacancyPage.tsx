import type { Errors, Typed } from '../../../platform/forms.ts'
import type { Letter } from '../../../platform/letters.ts'
import { roleNames } from '../../../platform/roles.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { plainDay, plural } from '../../../ui/words.ts'
import type { OfficeHeld } from '../../offices.ts'
import type { Interest } from '../interests.ts'
import type { Vacancy } from '../vacancies.ts'
import { ChoiceForm } from './ChoiceForm.tsx'
import { Interested } from './Interested.tsx'
import { Paragraphs } from './Paragraphs.tsx'
import { VACANCIES, VacancyChip } from './VacanciesPage.tsx'
import { VacancyFields } from './VacancyFields.tsx'

export interface VacancyProps {
  frame: OfficeFrame
  today: string
  vacancy: Vacancy
  /** This officer is one of the two who read what members say. */
  handles: boolean
  interested: readonly Interest[]
  others: readonly { readonly id: string; readonly name: string }[]
  q: string
  holders: readonly OfficeHeld[]
  letters: { readonly toWrite: number; readonly sent: number }
  letter: Omit<Letter, 'to'>
  typed?: Typed
  errors?: Errors
}

export const VacancyPage = (props: VacancyProps) => {
  const { frame, vacancy, errors } = props
  const open = vacancy.state === 'open'
  return (
    <OfficeLayout {...frame} head={{ title: `Vacancy: ${roleNames[vacancy.role]}`, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={`Vacancy: ${roleNames[vacancy.role]}`}
        sentence={<VacancyChip vacancy={vacancy} />}
        crumbs={[
          { label: 'Officers', href: '/office/officers' },
          { label: 'Vacancies', href: VACANCIES },
          { label: roleNames[vacancy.role] },
        ]}
        actions={
          <ButtonLink href={`${VACANCIES}/${vacancy.id}/pack`} tone="alt" icon="clipboard-list">
            Handover pack
          </ButtonLink>
        }
      />
      <div class="dash">
        <div class="c7 stack-l">
          {vacancy.state === 'filled' && <Chosen vacancy={vacancy} />}
          {open && <Interested {...props} />}
          {open ? <Letters {...props} /> : <Notice vacancy={vacancy} />}
        </div>
        {open && (
          <div class="c5 stack-l">
            <ChoiceForm {...props} />
            <NoticeForm {...props} />
          </div>
        )}
      </div>
    </OfficeLayout>
  )
}

const Chosen = ({ vacancy: { id, leaves, comes, handsOverOn, role } }: { vacancy: Vacancy }) => (
  <Card padded>
    <h2>{comes!.name} takes the office on</h2>
    <p>
      From {plainDay(handsOverOn!)} on {comes!.name} is {roleNames[role]}
      {leaves && `, and ${leaves.name} no longer is`}. It happens by itself at the start of that day. What members said
      in confidence is erased a week after the choice.
    </p>
    <p>
      <ButtonLink href={`${VACANCIES}/${id}/pack`} icon="clipboard-list">
        Open the handover pack
      </ButtonLink>
    </p>
  </Card>
)

const Notice = ({ vacancy }: { vacancy: Vacancy }) => (
  <Card labelledby="notice">
    <CardHead title="The notice" id="notice" />
    <div class="pad stack">
      <Paragraphs text={vacancy.notice} />
    </div>
  </Card>
)

const Letters = ({ vacancy, letters: { toWrite, sent }, letter }: VacancyProps) => (
  <Card labelledby="letters">
    <CardHead title="Tell members by letter" id="letters">
      {sent > 0 && <span class="meta">{plural(sent, 'letter')} sent</span>}
    </CardHead>
    <div class="pad stack">
      <p>
        {toWrite > 0
          ? `The notice stands on every member’s own page. You can also send it to the ${plural(toWrite, 'member')} who may be sent notices, once each. A letter cannot be called back.`
          : sent > 0
            ? 'Every member who may be sent notices has had this letter. Nobody gets it twice.'
            : 'No member may be sent notices yet. The notice stands on every member’s own page.'}
      </p>
      {toWrite > 0 && (
        <details>
          <summary>Read the letter</summary>
          <div class="letter as-typed">{`${letter.subject}\n\n${letter.body}`}</div>
        </details>
      )}
      {toWrite > 0 && (
        <form method="post" action={`${VACANCIES}/${vacancy.id}/letters`}>
          <Button tone="alt" icon="send">
            Send it to {plural(toWrite, 'member')}
          </Button>
        </form>
      )}
    </div>
  </Card>
)

const NoticeForm = ({ vacancy, today, typed, errors }: VacancyProps) => (
  <Card labelledby="notice">
    <CardHead title="The notice" id="notice" />
    <form method="post" action={`${VACANCIES}/${vacancy.id}`} novalidate class="pad stack">
      <VacancyFields typed={typed} errors={errors} vacancy={vacancy} today={today} />
      <Button tone="alt">Save the notice</Button>
    </form>
    <form method="post" action={`${VACANCIES}/${vacancy.id}/closure`} class="pad">
      <Button tone="ghost">Close it without anybody</Button>
    </form>
  </Card>
)
