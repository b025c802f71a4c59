import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { number, plural } from '../../../ui/words.ts'
import { countedNames } from '../reportWords.ts'
import { type Count, countedKinds, type CountedKind, type LeftOut, type Reconciliation } from '../tally.ts'

/** What came in, what was made of it, and what was left out and why. */
export const ReportPart = ({ report }: { report: Reconciliation }) => (
  <div class="dash">
    <Card span={8} labelledby="figures">
      <CardHead id="figures" title="What came in">
        {report.site && <span class="meta">{report.site}</span>}
      </CardHead>
      <DataTable caption="What came in, by kind" columns={columns} rows={rowsOf(report)} />
    </Card>
    <Card span={4} labelledby="comments-by-state">
      <CardHead id="comments-by-state" title="Comments" />
      <div class="pad stack">
        <p>Those that waited and those marked as spam are kept apart. Only approved ones are shown.</p>
        <FactsList facts={commentsOf(report)} />
      </div>
    </Card>
    <Card span={12}>
      <CardHead title="What was left out, and why" />
      {report.left_out.length ? (
        <DataTable caption="What was left out, and why" columns={reasons} rows={report.left_out} />
      ) : (
        <p class="pad">Nothing was left out.</p>
      )}
    </Card>
  </div>
)

type Row = Count & { readonly kind: CountedKind }

const rowsOf = (report: Reconciliation): readonly Row[] =>
  countedKinds.map((kind) => ({ kind, ...report[kind] })).filter((row) => row.in > 0 || SHOWN_AT_ZERO.has(row.kind))

/** Their absence is news; that no plugin left anything is not. */
const SHOWN_AT_ZERO: ReadonlySet<CountedKind> = new Set(['posts', 'pages', 'comments', 'addresses'])

const figure = (key: keyof Count, label: string): Column<Row> => ({
  key,
  label,
  figures: true,
  cell: (row) => number(row[key]),
})

const columns: readonly Column<Row>[] = [
  { key: 'kind', label: 'Kind', cell: ({ kind }) => countedNames[kind] },
  figure('in', 'In the file'),
  figure('made', 'New here'),
  figure('changed', 'Changed'),
  figure('unchanged', 'As before'),
  figure('left_out', 'Left out'),
]

const reasons: readonly Column<LeftOut>[] = [
  { key: 'reason', label: 'Why', wide: true, cell: ({ reason }) => reason },
  { key: 'kind', label: 'Kind', cell: ({ kind }) => countedNames[kind] },
  { key: 'count', label: 'How many', figures: true, cell: ({ count }) => number(count) },
  { key: 'examples', label: 'Which', wide: true, cell: examplesOf },
]

function examplesOf({ count, examples }: LeftOut): string {
  const more = count - examples.length
  if (!examples.length) return '–'
  return `${examples.join(', ')}${more > 0 ? ` and ${plural(more, 'other')}` : ''}`
}

const commentsOf = ({ comments_by_state: { approved, pending, spam, trash } }: Reconciliation) =>
  [
    ['Approved', number(approved)],
    ['Waiting for a decision', number(pending)],
    ['Spam', number(spam)],
    ['In the bin', number(trash)],
  ] as const
