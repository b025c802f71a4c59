import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { plural } from '../../../ui/words.ts'
import { type Kind, kindNames } from '../../kinds.ts'
import { type Duplicate, PAIRS_A_PAGE, type Side } from '../duplicates.ts'
import { reasonWords } from '../scores.ts'

interface Props {
  frame: OfficeFrame
  page: number
  count: number
  pairs: readonly Duplicate[]
}

const HOME = '/office/register/duplicates'

/** Pairs of records that may be one person's, the likeliest first. */
export const DuplicatesPage = ({ frame, page, count, pairs }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Duplicates' }}>
    <PageTitle
      title="Duplicates"
      sentence={
        count === 0
          ? 'Records that may be one person’s, found each night.'
          : `${plural(count, 'pair')} may be one person. Nothing is merged until you say so, and it can be undone for 30 days.`
      }
      actions={
        <form method="post" action={`${HOME}/search`}>
          <Button tone="alt" icon="search">
            Look again now
          </Button>
        </form>
      }
    />
    <Card>
      {pairs.length === 0 ? (
        <Empty
          icon="users"
          title="No duplicates found"
          sentence="Pairs appear here by their address, by name and postcode, and by names spelled nearly alike."
        />
      ) : (
        <DataTable caption="Pairs that may be one person" columns={columns} rows={pairs} />
      )}
      <Pager page={page} pages={Math.ceil(count / PAIRS_A_PAGE)} href={(to) => `${HOME}?page=${to}`} />
    </Card>
  </OfficeLayout>
)

const Who = ({ side: { name, email, postcode, kind } }: { side: Side }) => (
  <>
    <b>{name}</b>
    <br />
    <span class="meta">{[kindNames[kind as Kind], email, postcode].filter(Boolean).join(', ')}</span>
  </>
)

const columns: readonly Column<Duplicate>[] = [
  { key: 'one', label: 'One record', wide: true, cell: ({ one }) => <Who side={one} /> },
  { key: 'other', label: 'Another', wide: true, cell: ({ other }) => <Who side={other} /> },
  {
    key: 'why',
    label: 'Why',
    wide: true,
    cell: ({ score, reasons }) => (
      <>
        <Chip tone={score >= 80 ? 'warn' : 'info'}>{score >= 80 ? 'Very likely' : 'Perhaps'}</Chip>
        <br />
        <span class="meta">{reasons.map((reason) => reasonWords[reason]).join('. ')}.</span>
      </>
    ),
  },
  {
    key: 'do',
    label: 'What to do',
    quiet: true,
    wide: true,
    cell: ({ one, other }) => (
      <div class="row row-s">
        <ButtonLink
          href={`${HOME}/${one.id}/${other.id}`}
          size="sm"
          tone="alt"
          aria-label={`Compare ${one.name} with ${other.name}`}
        >
          Compare
        </ButtonLink>
        <form method="post" action={`${HOME}/${one.id}/${other.id}/apart`}>
          <Button size="sm" tone="ghost" aria-label={`${one.name} and ${other.name} are two people`}>
            Two people
          </Button>
        </form>
      </div>
    ),
  },
]
