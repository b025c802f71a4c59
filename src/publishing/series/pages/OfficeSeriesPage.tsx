import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { StatusChip } from '../../office/pages/StatusChip.tsx'
import type { OfficePart } from '../parts.ts'
import type { Series } from '../series.ts'
import { seriesHref } from '../shown.ts'
import { SeriesFields } from './SeriesFields.tsx'

interface Props {
  frame: OfficeFrame
  series: Series
  parts: readonly OfficePart[]
  /** Posts that may be added. */
  choices: readonly OfficePart[]
  typed?: Typed
  errors?: Errors
}

export const OfficeSeriesPage = (props: Props) => {
  const { frame, series, errors } = props
  return (
    <OfficeLayout {...frame} head={{ title: series.name, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={series.name}
        crumbs={[{ label: 'Series', href: '/office/series' }, { label: series.name }]}
        sentence={
          <>
            Readers find it at <a href={seriesHref(series.slug)}>{seriesHref(series.slug)}</a> as soon as one of its
            posts is published.
          </>
        }
      />
      <div class="dash">
        <Parts {...props} />
        <div class="c4 stack-l">
          <AddPart {...props} />
          <About {...props} />
        </div>
      </div>
    </OfficeLayout>
  )
}

const Parts = ({ series, parts }: Props) => (
  <Card span={8} labelledby="parts">
    <CardHead title="Posts in order" id="parts" />
    {parts.length === 0 ? (
      <Empty level={3} icon="book-open" title="No posts yet" sentence="Add the first one beside this list." />
    ) : (
      <ol class="ordered" role="list">
        {parts.map((part, index) => (
          <li>
            <span class="place">{index + 1}</span>
            <span>
              <a class="rowlink" href={`/office/posts/${part.id}`}>
                {part.title}
              </a>{' '}
              {part.status !== 'published' && <StatusChip status={part.status} />}
            </span>
            <Moves series={series} part={part} first={index === 0} last={index === parts.length - 1} />
          </li>
        ))}
      </ol>
    )}
  </Card>
)

const Moves = ({ series, part, first, last }: { series: Series; part: OfficePart; first: boolean; last: boolean }) => (
  <span class="row">
    <form method="post" action={`/office/series/${series.id}/order`} class="row">
      <input type="hidden" name="entry" value={part.id} />
      <Button size="sm" tone="alt" icon="arrow-up" name="to" value="up" disabled={first}>
        Up<Unseen>: {part.title}</Unseen>
      </Button>
      <Button size="sm" tone="alt" icon="arrow-down" name="to" value="down" disabled={last}>
        Down<Unseen>: {part.title}</Unseen>
      </Button>
    </form>
    <form method="post" action={`/office/series/${series.id}/parts/${part.id}/removal`}>
      <Button size="sm" tone="ghost" icon="x">
        Take out<Unseen>: {part.title}</Unseen>
      </Button>
    </form>
  </span>
)

const AddPart = ({ series, choices, typed, errors }: Props) => (
  <Card labelledby="add-part">
    <CardHead title="Add a post" id="add-part" />
    <form class="pad" method="post" action={`/office/series/${series.id}/parts`} novalidate>
      <SelectField
        name="entry"
        label="Post"
        value={typedText(typed, 'entry')}
        error={errors?.['entry']}
        options={[
          { value: '', label: 'Choose a post' },
          ...choices.map(({ id, title, status }) => ({
            value: id,
            label: status === 'published' ? title : `${title} (not published)`,
          })),
        ]}
      />
      <p class="row later">
        <Button icon="plus">Add it at the end</Button>
      </p>
    </form>
  </Card>
)

const About = ({ series, typed, errors }: Props) => {
  const saved: Typed = { name: series.name, about: series.about, slug: series.slug }
  return (
    <Card labelledby="about-series">
      <CardHead title="About the series" id="about-series" />
      <form class="pad" method="post" action={`/office/series/${series.id}`} novalidate>
        <SeriesFields value={(name) => typedText(typed, name) ?? typedText(saved, name)} errors={errors} />
        <p class="row later">
          <Button tone="alt" icon="save">
            Save
          </Button>
          <Button tone="danger" icon="trash-2" formaction={`/office/series/${series.id}/removal`}>
            Delete the series
          </Button>
        </p>
      </form>
    </Card>
  )
}
