import type { OfficeFrame } from '../../../platform/web.ts'
import { BarTable } from '../../../ui/BarTable.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { LineChart } from '../../../ui/LineChart.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { monthName, number, plainDay, plural } from '../../../ui/words.ts'
import type { ReadReport } from '../readsRoutes.tsx'
import { comparedSentence, total } from '../readWords.ts'
import { PageBars } from './PageBars.tsx'

interface Props {
  frame: OfficeFrame
  report: ReadReport
}

const HOME = '/office/website/reads'

export const ReadsPage = ({ frame, report }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Reads' }}>
    <PageTitle
      title="Reads"
      sentence="How often the pages of the website were read. Who read them is not known here, nor kept."
    />
    {!report.counting && (
      <Notice>
        Counting is turned off, so nothing is added. <a href="/office/settings#reads">Turn it on in the settings</a>
      </Notice>
    )}
    {report.years.length === 0 ? (
      <Card>
        <Empty
          icon="chart-column"
          title="No reads yet"
          sentence="Each page a visitor reads is counted here within a minute. Your own visits are not, because you are signed in."
        />
      </Card>
    ) : (
      <div class="dash">
        <Lately {...report} />
        <Year {...report} />
        <Method />
      </div>
    )}
  </OfficeLayout>
)

const Lately = ({ days, before, pages, referrers }: ReadReport) => (
  <>
    <Card span={12} labelledby="lately">
      <CardHead id="lately" title="The last 30 days">
        <a href={`${HOME}/30-days.csv`}>Figures as CSV</a>
      </CardHead>
      <div class="pad stack">
        <p>{comparedSentence(total(days), before)}</p>
        <LineChart
          label={`Reads a day over 30 days, ${number(total(days))} together`}
          steps={days.map((one) => plainDay(one.day))}
          lines={[{ label: 'Reads', points: days.map(({ reads }) => reads) }]}
        />
      </div>
    </Card>
    <Card span={7} labelledby="pages">
      <CardHead id="pages" title="Most read" />
      <div class="pad">
        <PageBars caption="Pages most read in the last 30 days" pages={pages} />
      </div>
    </Card>
    <Card span={5} labelledby="referrers">
      <CardHead id="referrers" title="Where readers came from" />
      <div class="pad">
        {referrers.length === 0 ? (
          <p>Nobody followed a link from another website, or their browsers did not say.</p>
        ) : (
          <BarTable
            quiet
            caption="Websites whose links readers followed in the last 30 days"
            columns={['Website', 'Reads']}
            rows={referrers.map(({ host, reads }) => ({ label: host === 'other' ? 'Others' : host, value: reads }))}
          />
        )}
      </div>
    </Card>
  </>
)

const Year = ({ years, year, months, pagesOfYear }: ReadReport) => (
  <>
    <Card span={12} labelledby="year">
      <CardHead id="year" title={`The year ${year}`}>
        <a href={`${HOME}/${year}.csv`}>Figures as CSV</a>
      </CardHead>
      <div class="pad stack">
        <SavedViews
          label="Years"
          views={years.map((one) => ({
            label: String(one.year),
            href: `${HOME}?year=${one.year}#year`,
            count: one.reads,
            current: one.year === year,
          }))}
        />
        <p>
          {plural(total(months), 'read')} in {year}.
        </p>
        <div class="grid">
          <BarTable
            caption={`Reads by month in ${year}`}
            columns={['Month', 'Reads']}
            rows={months.map(({ month, reads }) => ({ label: monthName(month), value: reads }))}
          />
          <PageBars caption={`Pages most read in ${year}`} pages={pagesOfYear} shown />
        </div>
      </div>
    </Card>
  </>
)

const Method = () => (
  <Card span={12} look="aside" padded labelledby="method">
    <h2 id="method">How this is counted</h2>
    <p>
      The program counts when it answers a request for a page: the day, the page, and the name of the website the link
      stood on. It sets no cookie and keeps no address and no browser. Search engines, previews and officers are left
      out, as far as they say who they are. One person who reads five pages counts five times.
    </p>
  </Card>
)
