import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { roleNames, roles } from '../../../platform/roles.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { plainDay, plural } from '../../../ui/words.ts'
import type { Vacancy } from '../vacancies.ts'
import { VacancyFields } from './VacancyFields.tsx'

interface Props {
  frame: OfficeFrame
  today: string
  vacancies: readonly Vacancy[]
  /** How many interests this officer may know of. */
  counts: ReadonlyMap<string, number>
  packs: ReadonlyMap<string, { readonly done: number; readonly all: number }>
  typed?: Typed
  errors?: Errors
}

export const VACANCIES = '/office/officers/vacancies'

export const VacanciesPage = ({ frame, today, vacancies, counts, packs, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Vacancies', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <PageTitle
      title="Vacancies"
      sentence="Offices that need somebody, and how they are handed over."
      crumbs={[{ label: 'Officers', href: '/office/officers' }, { label: 'Vacancies' }]}
    />
    <div class="dash">
      <Card span={8}>
        {vacancies.length === 0 ? (
          <Empty
            icon="user-plus"
            title="No vacancies"
            sentence="When somebody is to leave an office, open a vacancy: members say in confidence whether they would take it on."
          />
        ) : (
          <DataTable caption="Vacancies" columns={columns(counts, packs)} rows={vacancies} />
        )}
      </Card>
      <Card span={4}>
        <CardHead title="Open a vacancy" />
        <form method="post" action={VACANCIES} novalidate class="pad stack">
          <SelectField
            name="role"
            label="Office"
            options={roles.map((role) => ({ value: role, label: roleNames[role] }))}
            value={typedText(typed, 'role')}
            error={errors?.['role']}
          />
          <VacancyFields typed={typed} errors={errors} today={today} />
          <Button>Open the vacancy</Button>
        </form>
      </Card>
    </div>
  </OfficeLayout>
)

export const VacancyChip = ({ vacancy: { state } }: { vacancy: Vacancy }) =>
  state === 'open' ? (
    <Chip tone="warn">Open</Chip>
  ) : (
    <Chip tone={state === 'filled' ? 'ok' : 'plain'}>{state === 'filled' ? 'Somebody is chosen' : 'Closed'}</Chip>
  )

const columns = (counts: Props['counts'], packs: Props['packs']): readonly Column<Vacancy>[] => [
  {
    key: 'role',
    label: 'Office',
    cell: ({ id, role }) => <a href={`${VACANCIES}/${id}`}>{roleNames[role]}</a>,
  },
  { key: 'state', label: 'State', cell: (vacancy) => <VacancyChip vacancy={vacancy} /> },
  { key: 'how', label: 'How it stands', wide: true, cell: (vacancy) => standing(vacancy, counts.get(vacancy.id) ?? 0) },
  {
    key: 'pack',
    label: 'Handover pack',
    cell: ({ id }) => {
      const { done, all } = packs.get(id) ?? { done: 0, all: 0 }
      return (
        <a href={`${VACANCIES}/${id}/pack`}>
          {done} of {all} done
        </a>
      )
    },
  },
]

function standing({ state, sayBy, comes, handsOverOn }: Vacancy, interested: number): string {
  if (state === 'filled') return `${comes!.name}, from ${plainDay(handsOverOn!)}`
  if (state === 'closed') return 'Nobody is looked for any more'
  return `${interested ? `${plural(interested, 'member')} would do it` : 'Nobody yet'}. Until ${plainDay(sayBy)}`
}
