import type { OfficeFrame } from '../../../platform/web.ts'
import { BulkBar } from '../../../ui/BulkBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { day, plural } from '../../../ui/words.ts'
import type { Approval } from '../approvals.ts'
import type { Proof } from '../proofs.ts'
import { ProofTable } from './ProofTable.tsx'
import { RightsTabs } from './RightsTabs.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  /** The officer who looks. */
  me: string
  open: readonly Approval[]
  proofs: readonly Proof[]
}

/** Erasures that wait for a second officer, those agreed, and those done. */
export const ErasuresPage = ({ frame, zone, me, open, proofs }: Props) => {
  const waiting = open.filter(({ state, askedBy }) => state === 'asked' && askedBy !== me)
  const mine = open.filter(({ state, askedBy }) => state === 'asked' && askedBy === me)
  const agreed = open.filter(({ state }) => state === 'given')
  return (
    <OfficeLayout {...frame} head={{ title: 'Erasures' }}>
      <PageTitle
        title="Erasures"
        sentence="Deleting somebody for good needs two officers: one asks, another agrees. Begin from a request, or from what has been kept long enough."
      />
      <RightsTabs current="erasures" />
      <div class="stack-l">
        {open.length === 0 && (
          <Card>
            <Empty icon="shield" title="Nothing waits" sentence="No erasure waits for a word or for being done." />
          </Card>
        )}
        <Shelf id="waiting" title="Another officer asks for your word" rows={waiting} zone={zone}>
          <Button name="to" value="given">
            I agree
          </Button>
          <Button name="to" value="refused" tone="alt">
            I do not agree
          </Button>
        </Shelf>
        <Shelf id="agreed" title="Agreed: ready to be done" rows={agreed} zone={zone}>
          <Button name="to" value="done" tone="danger" icon="trash-2">
            Erase for good
          </Button>
          <Button name="to" value="withdrawn" tone="alt" aria-label="Take back what was agreed">
            Take it back
          </Button>
        </Shelf>
        <Shelf id="mine" title="You asked: another officer must agree" rows={mine} zone={zone}>
          <Button name="to" value="withdrawn" tone="alt">
            Take it back
          </Button>
        </Shelf>
        <Card labelledby="done">
          <CardHead title="Done" id="done">
            <span class="meta">{plural(proofs.length, 'erasure')}. Who it was is not kept.</span>
          </CardHead>
          <ProofTable proofs={proofs} zone={zone} />
        </Card>
      </div>
    </OfficeLayout>
  )
}

interface ShelfProps {
  id: string
  title: string
  rows: readonly Approval[]
  zone: string
  children: ReturnType<typeof Button> | readonly ReturnType<typeof Button>[]
}

/** Nothing when there is none. */
const Shelf = ({ id, title, rows, zone, children }: ShelfProps) =>
  rows.length === 0 ? null : (
    <Card labelledby={id}>
      <CardHead title={title} id={id}>
        <span class="meta">{plural(rows.length, 'person', 'people')}</span>
      </CardHead>
      <div class="table-head">
        <BulkBar id={`${id}-form`} action="/office/requests/erasures/decisions" label={title}>
          {children}
        </BulkBar>
      </div>
      <DataTable
        caption={`${title}: who`}
        columns={columns(zone)}
        rows={rows}
        ticks={{ form: `${id}-form`, name: 'id', value: (one) => one.id, label: ({ name }) => `Tick ${name}` }}
      />
    </Card>
  )

const columns = (zone: string): readonly Column<Approval>[] => [
  {
    key: 'who',
    label: 'Who',
    cell: ({ personId, name }) => <a href={`/office/requests/erasures/${personId}`}>{name}</a>,
  },
  { key: 'reason', label: 'Why', wide: true, cell: ({ reason }) => reason },
  {
    key: 'asked',
    label: 'Asked',
    cell: ({ askedByName, askedAt }) => `${askedByName}, ${day(askedAt, zone)}`,
  },
  {
    key: 'agreed',
    label: 'Agreed',
    cell: ({ answeredByName, answeredAt }) => (answeredAt ? `${answeredByName}, ${day(answeredAt, zone)}` : '–'),
  },
]
