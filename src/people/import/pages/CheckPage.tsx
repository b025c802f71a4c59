import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { number, plural } from '../../../ui/words.ts'
import { changesOf, outcomeOf, rowStateNames } from '../importWords.ts'
import type { MemberImport, RowState } from '../imports.ts'
import { type StagedRow, whysOf, wordsFor } from '../rows.ts'
import { RowFix } from './RowFix.tsx'

interface Props {
  frame: OfficeFrame
  one: MemberImport
  state: RowState
  rows: readonly StagedRow[]
  page: number
  pages: number
}

const HOME = '/office/register/import'

/** What a list would change, problems first; nothing has changed yet. */
export const CheckPage = ({ frame, one, state, rows, page, pages }: Props) => {
  const href = (asked: RowState, at = 1) => `${HOME}/${one.id}?state=${asked}${at > 1 ? `&page=${at}` : ''}`
  return (
    <OfficeLayout {...frame} head={{ title: 'Check the list' }}>
      <PageTitle
        title="Check the list"
        crumbs={[{ label: 'Bring in people', href: HOME }, { label: one.fileName }]}
        sentence={`${outcomeOf(one)} Nothing has changed in the register yet.`}
        actions={<Arrival one={one} />}
      />
      <div class="stack-l">
        {one.remarks.length > 0 && (
          <Notice>
            {one.remarks.map((remark) => (
              <p>{remark}</p>
            ))}
          </Notice>
        )}
        <Tabs
          label="Rows"
          tabs={(Object.keys(rowStateNames) as RowState[]).map((kind) => ({
            label: rowStateNames[kind],
            href: href(kind),
            count: one.counts?.[kind] ?? 0,
            current: kind === state,
          }))}
        />
        <Card>
          {rows.length ? (
            <DataTable caption={`Rows: ${rowStateNames[state]}`} columns={columnsOf(one, state)} rows={rows} />
          ) : (
            <Empty icon="check" title="None" sentence="No row of the list is like this." />
          )}
          <Pager page={page} pages={pages} href={(at) => href(state, at)} />
        </Card>
        <form method="post" action={`${HOME}/${one.id}/removal`}>
          <Button tone="alt">Give this list up</Button>
        </form>
      </div>
    </OfficeLayout>
  )
}

const Arrival = ({ one: { id, counts } }: { one: MemberImport }) => {
  const coming = (counts?.new ?? 0) + (counts?.changed ?? 0)
  return (
    <>
      <ButtonLink href={`${HOME}/${id}/columns`} tone="alt">
        Match again
      </ButtonLink>
      {coming > 0 && (
        <form method="post" action={`${HOME}/${id}/arrival`}>
          <Button icon="check">Bring in {plural(coming, 'person', 'people')}</Button>
        </form>
      )}
    </>
  )
}

const columnsOf = (one: MemberImport, state: RowState): readonly Column<StagedRow>[] => [
  { key: 'row', label: 'Row', cell: ({ row }) => `Row\u00a0${number(row)}` },
  { key: 'who', label: 'Who', wide: true, cell: (row) => <Who row={row} /> },
  {
    key: 'what',
    label: state === 'changed' ? 'What changes' : 'What we found',
    wide: true,
    cell: (row) => <What row={row} />,
  },
  { key: 'fix', label: 'Mend', wide: true, quiet: true, cell: (row) => <RowFix one={one} row={row} /> },
]

const Who = ({ row: { facts } }: { row: StagedRow }) => (
  <>
    {facts.name ?? 'No name'}
    {facts.email && facts.email !== facts.name && (
      <>
        <br />
        <span class="meta">{facts.email}</span>
      </>
    )}
  </>
)

const What = ({ row }: { row: StagedRow }) => (
  <ul class="stack-s" role="list">
    {(row.state === 'problem' ? whysOf(row) : []).map(({ why }) => (
      <li>{why}</li>
    ))}
    {row.state === 'same' && row.likely && <li>{wordsFor(row.likely)}</li>}
    {row.state === 'changed' && <li>{changesOf(row)}</li>}
    {row.notices.map(({ why }) => (
      <li class="meta">{why}</li>
    ))}
  </ul>
)
