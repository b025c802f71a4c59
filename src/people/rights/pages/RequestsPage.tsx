import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { civilDayWords } from '../../../ui/words.ts'
import { requestChannelNames, requestNames } from '../requestKinds.ts'
import type { DataRequest } from '../requests.ts'
import { DueChip, dueWords } from './RequestChip.tsx'
import { RightsTabs } from './RightsTabs.tsx'

interface Props {
  frame: OfficeFrame
  shelf: 'open' | 'ended'
  today: string
  requests: readonly DataRequest[]
  counts: { readonly open: number; readonly ended: number }
}

const HOME = '/office/requests'

/** What people asked about their data, with the day by which each must be answered. */
export const RequestsPage = ({ frame, shelf, today, requests, counts }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Requests' }}>
    <PageTitle
      title="Requests"
      sentence="What people ask about the data you hold of them. The law gives each a day for the answer."
      actions={
        <ButtonLink href={`${HOME}/new`} icon="plus">
          Enter a request
        </ButtonLink>
      }
    />
    <RightsTabs current="requests" />
    <SavedViews
      label="By state"
      views={[
        { label: 'Open', href: HOME, count: counts.open, current: shelf === 'open' },
        { label: 'Answered', href: `${HOME}?shelf=ended`, count: counts.ended, current: shelf === 'ended' },
      ]}
    />
    <Card>
      {requests.length === 0 ? (
        <Empty
          icon="inbox"
          title={shelf === 'open' ? 'Nobody waits for an answer' : 'Nothing was answered yet'}
          sentence="People ask on their own page. What comes by letter, by email or by word of mouth, you enter here."
        />
      ) : (
        <DataTable
          caption={shelf === 'open' ? 'Open requests' : 'Answered requests'}
          columns={columns(today)}
          rows={requests}
        />
      )}
    </Card>
  </OfficeLayout>
)

const columns = (today: string): readonly Column<DataRequest>[] => [
  {
    key: 'what',
    label: 'Request',
    wide: true,
    cell: (one) => <a href={`${HOME}/${one.id}`}>{requestNames[one.kind]}</a>,
  },
  { key: 'who', label: 'Of', wide: true, cell: ({ name }) => name },
  { key: 'state', label: 'State', cell: (one) => <DueChip request={one} today={today} /> },
  {
    key: 'due',
    label: 'Due',
    wide: true,
    cell: (one) => (one.state === 'open' ? (one.stoppedOn ? 'The clock stands still' : dueWords(one, today)) : '–'),
  },
  {
    key: 'came',
    label: 'Came',
    wide: true,
    cell: ({ receivedOn, channel }) => (
      <>
        {civilDayWords(receivedOn)}
        <br />
        <span class="meta">{requestChannelNames[channel]}</span>
      </>
    ),
  },
]
