import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { number } from '../../../ui/words.ts'
import type { Topic } from '../../topics.ts'
import { HOME } from '../asking.ts'
import type { Eyes } from '../eyes.ts'
import { type Filter, narrows, noFilter, queryOf, viewQueryOf } from '../filter.ts'
import { type Found, PEOPLE_A_PAGE } from '../list.ts'
import type { NamedPart } from '../../parts/belonging.ts'
import type { SavedView } from '../savedViews.ts'
import type { standingViews } from '../standingViews.ts'
import { BulkChanges } from './BulkChanges.tsx'
import { columnsOf } from './columns.tsx'
import { FilterFields } from './FilterFields.tsx'
import { hrefOf, Views } from './Views.tsx'

interface Props extends Found {
  frame: OfficeFrame
  filter: Filter
  eyes: Eyes
  /** Whether the officer changes the register. */
  keeps: boolean
  standing: typeof standingViews
  saved: readonly SavedView[]
  counts: readonly number[]
  topics: readonly Topic[]
  groups: readonly NamedPart[]
}

const BULK = 'ticked-people'

export const RegisterPage = (props: Props) => {
  const { frame, filter, eyes, keeps, standing, saved, counts, total, topics, groups } = props
  const nobody = total === 0 && !narrows(filter)
  return (
    <OfficeLayout {...frame} head={{ title: 'Register' }}>
      <PageTitle title="Register" sentence={<Sentence count={counts[0] ?? 0} />} actions={keeps && <Actions />} />
      {nobody ? (
        <Nobody keeps={keeps} />
      ) : (
        <>
          <Views {...{ filter, standing, saved, counts }} />
          <Card>
            <Filters action={HOME} live label="Search the register">
              <FilterFields {...{ filter, eyes, topics, groups }} />
            </Filters>
            <People {...props} />
          </Card>
        </>
      )}
    </OfficeLayout>
  )
}

const Sentence = ({ count }: { count: number }) => (
  <>
    {count === 1 ? 'One person' : `${number(count)} people`}. <a href="/office/help#register">Who sees what of them</a>
  </>
)

const Actions = () => (
  <>
    <ButtonLink href={`${HOME}/import`} tone="alt" icon="upload">
      Import a list
    </ButtonLink>
    <ButtonLink href={`${HOME}/import#paste`} tone="alt" icon="clipboard-list">
      Paste names
    </ButtonLink>
    <ButtonLink href={`${HOME}/new`} icon="user-plus">
      Add someone
    </ButtonLink>
  </>
)

const People = ({ filter, eyes, keeps, people, total, topics, groups }: Props) => (
  <>
    <div class="table-head">
      <span>
        <b>{number(total)}</b> {total === 1 ? 'person' : 'people'}
      </span>
      {keeps && people.length > 0 && <BulkChanges id={BULK} count={people.length} {...{ filter, topics, groups }} />}
      {total > 0 && (
        <ButtonLink
          href={`${HOME}/export?${queryOf({ ...filter, page: 1, ticked: '' })}`}
          tone="alt"
          size="sm"
          icon="download"
        >
          Export
        </ButtonLink>
      )}
    </div>
    {people.length ? (
      <DataTable
        caption="People on the register"
        columns={columnsOf({ eyes, keeps, back: queryOf({ ...filter, ticked: '' }) })}
        rows={people}
        sorting={{
          key: filter.sort,
          direction: filter.order,
          href: (key, order) => hrefOf({ ...filter, sort: key as Filter['sort'], order, page: 1 }),
        }}
        ticks={
          keeps
            ? {
                form: BULK,
                name: 'id',
                value: ({ id }) => id,
                label: ({ name }) => `Tick ${name}`,
                ticked: filter.ticked === 'all',
              }
            : undefined
        }
      />
    ) : (
      <Empty icon="search" title="Nobody found" sentence="Nobody fits all of this. Try fewer words or filters.">
        <ButtonLink href={viewQueryOf(filter) ? hrefOf({ ...noFilter, q: filter.q }) : HOME} tone="alt">
          {viewQueryOf(filter) && filter.q ? 'Search everybody' : 'Show everyone'}
        </ButtonLink>
      </Empty>
    )}
    <Pager
      page={filter.page}
      pages={Math.ceil(total / PEOPLE_A_PAGE)}
      href={(page) => hrefOf({ ...filter, page, ticked: '' })}
    />
  </>
)

const Nobody = ({ keeps }: { keeps: boolean }) => (
  <Card>
    <Empty
      icon="users"
      title="Nobody you can see yet"
      sentence="People who join appear here, and those you bring in from a list or add by hand. Nobody is written to because they were added."
    >
      {keeps && <ButtonLink href={`${HOME}/import`}>Bring in a list</ButtonLink>}
    </Empty>
  </Card>
)
