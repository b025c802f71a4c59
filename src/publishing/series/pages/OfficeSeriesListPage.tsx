import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { number } from '../../../ui/words.ts'
import type { Series } from '../series.ts'
import { seriesHref } from '../shown.ts'
import { SeriesFields } from './SeriesFields.tsx'

type Row = Series & { readonly parts: number }

interface Props {
  frame: OfficeFrame
  series: readonly Row[]
  typed?: Typed
  errors?: Errors
}

export const OfficeSeriesListPage = ({ frame, series, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Series', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <PageTitle
      title="Series"
      sentence="Posts that belong together in an order. Readers of one are shown the way to the others."
    />
    <div class="dash">
      <Card span={8} labelledby="all-series">
        <CardHead title="All series" id="all-series" />
        {series.length ? (
          <DataTable caption="Series and how many posts each has" columns={columns} rows={series} />
        ) : (
          <Empty
            level={3}
            icon="book-open"
            title="No series yet"
            sentence="A long story in several posts, or a report in parts: begin it here, then add the posts."
          />
        )}
      </Card>
      <Card span={4} labelledby="new-series">
        <CardHead title="Begin one" id="new-series" />
        <form class="pad" method="post" action="/office/series" novalidate>
          <SeriesFields value={(name) => typedText(typed, name)} errors={errors} />
          <p class="row later">
            <Button icon="plus">Begin the series</Button>
          </p>
        </form>
      </Card>
    </div>
  </OfficeLayout>
)

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    label: 'Name',
    wide: true,
    cell: ({ id, name, about }) => (
      <>
        <a class="rowlink" href={`/office/series/${id}`}>
          {name}
        </a>
        {about && <span class="meta">{about}</span>}
      </>
    ),
  },
  { key: 'address', label: 'Address', cell: ({ slug }) => seriesHref(slug) },
  { key: 'parts', label: 'Posts', figures: true, cell: ({ parts }) => number(parts) },
]
