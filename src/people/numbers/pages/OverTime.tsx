import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { LineChart } from '../../../ui/LineChart.tsx'
import { list, monthAndYear, number } from '../../../ui/words.ts'
import { kindPlurals } from '../../kinds.ts'
import { reported, type Series, type Year } from '../series.ts'

/** Month by month, as lines and as a table. */
export const OverTime = ({ series }: { series: Series }) => (
  <Card span={12} labelledby="time">
    <CardHead id="time" title="Over time" />
    <div class="pad stack">
      <p>How many there were at the end of each month{series.months.length > 1 ? ', for up to three years' : ''}.</p>
      <Lines {...series} />
      <details>
        <summary>The same figures as a table</summary>
        <DataTable
          caption="People at the end of each month"
          rows={series.months.map((month, index) => ({ month, index })).toReversed()}
          columns={[
            { key: 'month', label: 'Month', cell: ({ month }) => monthWords(month) },
            ...reported.map((kind) => ({
              key: kind,
              label: kindPlurals[kind],
              figures: true,
              cell: ({ index }: { index: number }) => number(series.points[kind][index] ?? 0),
            })),
          ]}
        />
      </details>
    </div>
  </Card>
)

/** Only kinds the group has had: a line that never leaves zero says nothing. */
const Lines = ({ months, points }: Series) => {
  const had = reported.filter((kind) => points[kind].some((people) => people > 0))
  if (had.length === 0) return <p>There have been none of them yet.</p>
  const last = had.map((kind) => `${kindPlurals[kind].toLowerCase()} ${number(points[kind].at(-1) ?? 0)}`)
  return (
    <LineChart
      label={`${list(had.map((kind) => kindPlurals[kind]))} at the end of each month; in the last ${last.join(', ')}`}
      steps={months.map(monthWords)}
      lines={had.map((kind) => ({ label: kindPlurals[kind], points: points[kind] }))}
    />
  )
}

/** Who came and went within each year. */
export const Years = ({ years }: { years: readonly Year[] }) =>
  years.length === 0 ? null : (
    <Card span={12} labelledby="years">
      <CardHead id="years" title="Members who came and went" />
      <DataTable
        caption="Members who came and went, by year"
        rows={years}
        columns={[
          { key: 'year', label: 'Year', cell: ({ year }) => year },
          { key: 'began', label: 'Came', figures: true, cell: ({ began }) => number(began) },
          { key: 'ended', label: 'Went', figures: true, cell: ({ ended }) => number(ended) },
          { key: 'net', label: 'More or fewer', figures: true, cell: ({ began, ended }) => signed(began - ended) },
        ]}
      />
    </Card>
  )

const monthWords = (month: string): string => monthAndYear(new Date(`${month}-15T12:00:00Z`), 'UTC')
const signed = (amount: number): string => (amount > 0 ? `+${number(amount)}` : number(amount).replace('-', '−'))
