import type { OfficeFrame } from '../../../platform/web.ts'
import { BarTable } from '../../../ui/BarTable.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Kpi } from '../../../ui/Kpi.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { number, plainDay, plural } from '../../../ui/words.ts'
import { kindNames, kindPlurals, kinds } from '../../kinds.ts'
import { regionName } from '../../places/lists.ts'
import type { Count } from '../counts.ts'
import type { DayAsked } from '../dayAsked.ts'
import { regionsOf, reported, type Series, sumOf, type Year } from '../series.ts'
import { OverTime, Years } from './OverTime.tsx'

interface Props extends DayAsked {
  frame: OfficeFrame
  today: string
  counts: readonly Count[]
  series: Series
  years: readonly Year[]
}

export const NumbersPage = (props: Props) => {
  const { frame, day, today, counts, error } = props
  const on = plainDay(day)
  return (
    <OfficeLayout {...frame} head={{ title: error ? 'Error: Numbers' : 'Numbers' }}>
      <PageTitle
        title="Numbers"
        sentence="How many people the group has, by kind, place and time. They name nobody."
        crumbs={[{ label: 'Register', href: '/office/register' }, { label: 'Numbers' }]}
      />
      <ErrorSummary errors={error ? { on: error } : undefined} />
      <div class="stack">
        <DayForm {...props} />
        <h2>{day === today ? `Today, ${on}` : on}</h2>
        <div class="dash">
          {reported.map((kind) => (
            <Kpi
              span={3}
              label={kindPlurals[kind]}
              figure={number(sumOf(counts, kind))}
              sentence={shareSentence(counts, kind)}
            />
          ))}
          <ByRegion counts={counts} on={on} />
          <ByKind counts={counts} day={day} on={on} />
          <OverTime series={props.series} />
          <Years years={props.years} />
        </div>
      </div>
    </OfficeLayout>
  )
}

const DayForm = ({ typed, error }: Props) => (
  <Card padded>
    <form method="get" action="/office/register/numbers" class="stack-s" novalidate>
      <DateField name="on" label="On which day?" hint="Any day since the register began." value={typed} error={error} />
      <Button tone="alt">Show that day</Button>
    </form>
  </Card>
)

const ByRegion = ({ counts, on }: { counts: readonly Count[]; on: string }) => {
  const rows = regionsOf(counts, ['member', 'supporter'])
  return (
    <Card span={7} labelledby="regions">
      <CardHead id="regions" title="Members and supporters by region" />
      <div class="pad stack">
        {rows.length === 0 ? (
          <p>The group had no members or supporters on {on}.</p>
        ) : (
          <BarTable
            quiet
            caption={`Members and supporters by region on ${on}`}
            columns={['Region', 'People']}
            rows={rows.map(({ region, people }) => ({ label: regionName(region), value: people }))}
          />
        )}
        <p class="meta">By where people live now. “Not known” are those without a postcode.</p>
      </div>
    </Card>
  )
}

const ByKind = ({ counts, day, on }: { counts: readonly Count[]; day: string; on: string }) => (
  <Card span={5} labelledby="kinds">
    <CardHead id="kinds" title="Everybody by kind">
      <a href={`/office/register/numbers/${day}.csv`}>Figures as CSV</a>
    </CardHead>
    <div class="pad stack">
      <p>
        {plural(sumOf(counts), 'person', 'people')} on the register on {on}.
      </p>
      <BarTable
        quiet
        caption={`People by kind on ${on}`}
        columns={['Kind', 'People']}
        rows={kinds
          .map((kind) => ({ label: kindPlurals[kind], value: sumOf(counts, kind) }))
          .filter(({ value }) => value > 0)}
      />
    </div>
  </Card>
)

function shareSentence(counts: readonly Count[], kind: (typeof reported)[number]): string {
  const [own, all] = [sumOf(counts, kind), sumOf(counts)]
  if (own === 0) return `No ${kindNames[kind].toLowerCase()} on that day.`
  const regions = new Set(counts.filter((count) => count.kind === kind && count.region).map(({ region }) => region))
  return `${plural(own, 'person', 'people')} of ${number(all)}${regions.size ? `, in ${plural(regions.size, 'region')}` : ''}.`
}
