import { type Errors, type Typed } from '../../../platform/forms.ts'
import { roleNames } from '../../../platform/roles.ts'
import type { TodayItem } from '../../../platform/slice.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import type { RenderedMarkup } from '../../../ui/jsx/child.ts'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { list, plainDay } from '../../../ui/words.ts'
import type { OfficeHeld } from '../../offices.ts'
import type { ComingDay } from '../days.ts'
import { duties } from '../duties.ts'
import type { Item } from '../handovers.ts'
import type { Vacancy } from '../vacancies.ts'
import { ItemForm, PackItems } from './PackItems.tsx'
import { Paragraphs } from './Paragraphs.tsx'
import { Signatures } from './Signatures.tsx'
import { VACANCIES } from './VacanciesPage.tsx'

export interface PackProps {
  frame: OfficeFrame
  zone: string
  today: string
  personId: string | null
  vacancy: Vacancy
  items: readonly Item[]
  /** Who holds the office today. */
  holders: readonly OfficeHeld[]
  /** What waits for whoever holds it. */
  waiting: readonly TodayItem[]
  days: readonly ComingDay[]
  minutes: readonly { readonly minute: string; readonly on: string }[]
  typed?: Typed
  errors?: Errors
  /** The line that is being changed. */
  edited: string | undefined
}

/** Everything a successor needs, on the screen and on paper. */
export const PackPage = (props: PackProps) => {
  const { frame, vacancy, errors } = props
  return (
    <OfficeLayout {...frame} head={{ title: `Handover: ${roleNames[vacancy.role]}`, refused: errors !== undefined }}>
      <div class="pack stack-l">
        <ErrorSummary errors={errors} />
        <PageTitle
          title={`Handover: ${roleNames[vacancy.role]}`}
          sentence={between(props)}
          crumbs={[
            { label: 'Officers', href: '/office/officers' },
            { label: 'Vacancies', href: VACANCIES },
            { label: roleNames[vacancy.role], href: `${VACANCIES}/${vacancy.id}` },
            { label: 'Pack' },
          ]}
        />
        <p class="without-print">Fill it in together, then print this page: it comes out as a paper that both sign.</p>
        <Card labelledby="does">
          <CardHead title="What the office does" id="does" />
          <div class="pad stack">
            <p>{duties[vacancy.role].join(' ')}</p>
            <Paragraphs text={vacancy.notice} />
          </div>
        </Card>
        <PackItems {...props} kind="thing" title="To hand over" empty="Nothing is on the list." />
        <PackItems {...props} kind="promise" title="Promises made" empty="None are written down." />
        <ItemForm {...props} />
        <Lists {...props} />
        <Signatures {...props} />
      </div>
    </OfficeLayout>
  )
}

/** What waits, what comes, and what was decided. */
const Lists = ({ waiting, days, minutes, today }: PackProps) => (
  <>
    <Section id="waiting" title="Open today" none="Nothing waits for this office today.">
      {waiting.map(({ sentence, reason }) => (
        <li>
          <span>
            <b>{sentence}</b>
            <br />
            <span class="meta">{reason}</span>
          </span>
        </li>
      ))}
    </Section>
    <Section id="days" title="Days to come" none="No days are known.">
      {days.map(({ on, what }) => (
        <li>
          <span>{what}</span>
          <span class={on < today ? 'strong' : 'meta'}>
            {plainDay(on)}
            {on < today && ' (past)'}
          </span>
        </li>
      ))}
    </Section>
    <Section id="minutes" title="Where it was decided" none="No minute about this office is noted.">
      {minutes.map(({ minute, on }) => (
        <li>
          <span>{minute}</span>
          <span class="meta">In office from {plainDay(on)}</span>
        </li>
      ))}
    </Section>
  </>
)

/** "From Ann to Ben, on 1 December 2026." */
function between({ vacancy, holders, today }: PackProps): string {
  const { leaves, comes, handsOverOn } = vacancy
  if (comes) return `${leaves ? `From ${leaves.name} to ` : 'To '}${comes.name}, on ${plainDay(handsOverOn!)}.`
  const now = holders.length ? `Held by ${list(holders.map(({ name }) => name))}.` : 'Held by nobody.'
  return `${now} Nobody is chosen yet. As of ${plainDay(today)}.`
}

const Section = ({
  id,
  title,
  none,
  children,
}: {
  id: string
  title: string
  none: string
  children: readonly RenderedMarkup[]
}) => (
  <Card labelledby={id}>
    <CardHead title={title} id={id} />
    {children.length === 0 ? <p class="pad meta">{none}</p> : <ul class="activity">{children}</ul>}
  </Card>
)
