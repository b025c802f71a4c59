import { roleNames } from '../../platform/roles.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { Card } from '../../ui/Card.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { standingOn } from '../officeRules.ts'
import type { OfficeHeld } from '../offices.ts'
import { plainDay } from '../../ui/words.ts'
import { StandingChip } from './StandingChip.tsx'

interface Props {
  frame: OfficeFrame
  today: string
  terms: readonly OfficeHeld[]
  count: number
  page: number
}

export const TERMS_A_PAGE = 50

/** The record of officers: who held what, from when to when, and where it was decided. */
export const OfficesHistoryPage = ({ frame, today, terms, count, page }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Who held what' }}>
    <PageTitle
      title="Who held what"
      sentence="The group’s record of its officers, the newest first. Whoever was erased stands here without a name."
      crumbs={[{ label: 'Officers', href: '/office/officers' }, { label: 'Who held what' }]}
    />
    <Card>
      {terms.length === 0 ? (
        <Empty icon="history" title="Nobody yet" sentence="Whoever is appointed stands here, now and later." />
      ) : (
        <DataTable caption="Offices held" columns={columns(today)} rows={terms} />
      )}
      <Pager page={page} pages={Math.ceil(count / TERMS_A_PAGE)} href={(to) => `/office/officers/history?page=${to}`} />
    </Card>
  </OfficeLayout>
)

const columns = (today: string): readonly Column<OfficeHeld>[] => [
  { key: 'office', label: 'Office', cell: ({ id, role }) => <a href={`/office/officers/${id}`}>{roleNames[role]}</a> },
  { key: 'name', label: 'Name', cell: ({ name }) => name },
  { key: 'from', label: 'From', cell: ({ from }) => plainDay(from) },
  { key: 'to', label: 'Until', cell: ({ to }) => (to ? plainDay(to) : 'Open') },
  { key: 'minute', label: 'Decided at', cell: ({ minute }) => minute },
  { key: 'state', label: 'State', cell: (term) => <StandingChip standing={standingOn(term, today)} /> },
]
