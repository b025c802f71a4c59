import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { ENTRIES_A_PAGE, type EntryCounts, type ListedEntry } from '../../entryList.ts'
import type { Kind, Status } from '../../rules.ts'
import { ElsewhereNotice } from './ElsewhereNotice.tsx'
import { entryColumns } from './entryColumns.tsx'
import { statusNames } from './StatusChip.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  filter: { kind: Kind; status?: Status | undefined; q: string; page: number }
  list: { rows: readonly ListedEntry[]; counts: EntryCounts }
  /** The address of the group's website while it is not this one. */
  elsewhere: string | null
}

const words = {
  post: {
    title: 'Posts',
    one: 'Write a post',
    icon: 'newspaper',
    about: 'News and articles, newest first on the website.',
  },
  page: {
    title: 'Pages',
    one: 'Write a page',
    icon: 'file-text',
    about: 'What stays: who we are, what we stand for, how to join.',
  },
} as const

export const EntriesPage = ({ frame, zone, filter, list: { rows, counts }, elsewhere }: Props) => {
  const { title, one, about } = words[filter.kind]
  const home = `/office/${filter.kind}s`
  return (
    <OfficeLayout {...frame} head={{ title }}>
      <div class="page-head">
        <div>
          <h1>{title}</h1>
          <p class="meta">{about}</p>
        </div>
        <ButtonLink href={`${home}/new`} icon="plus">
          {one}
        </ButtonLink>
      </div>
      <ElsewhereNotice href={elsewhere} />
      {counts.all === 0 ? (
        <Nothing kind={filter.kind} />
      ) : (
        <>
          <SavedViews label="By state" views={viewsOf({ home, filter, counts })} />
          <Card>
            <Filters action={home} live label={`Search ${title.toLowerCase()}`}>
              <Field name="q" label="Words in the title" type="search" value={filter.q} maxlength={undefined} />
              {filter.status && <input type="hidden" name="status" value={filter.status} />}
            </Filters>
            {rows.length ? (
              <DataTable caption={title} columns={entryColumns(filter.kind, zone)} rows={rows} />
            ) : (
              <Empty
                icon="search"
                title="Nothing found"
                sentence="No title has these words. Try fewer, or look in another state."
              />
            )}
            <Pager
              page={filter.page}
              pages={Math.ceil(counts.matching / ENTRIES_A_PAGE)}
              href={(page) => hrefOf(home, { ...filter, page })}
            />
          </Card>
        </>
      )}
    </OfficeLayout>
  )
}

const Nothing = ({ kind }: { kind: Kind }) => (
  <Card>
    <Empty
      icon={words[kind].icon}
      title={kind === 'post' ? 'No posts yet' : 'No pages yet'}
      sentence={
        kind === 'post'
          ? 'What you write appears here, first as a draft that only officers see.'
          : 'Begin with a page that says who you are and how to join.'
      }
    >
      <ButtonLink href={`/office/${kind}s/new`}>{words[kind].one}</ButtonLink>
    </Empty>
  </Card>
)

interface Viewing {
  home: string
  filter: Props['filter']
  counts: EntryCounts
}

const viewsOf = ({ home, filter, counts }: Viewing) =>
  ([undefined, 'draft', 'scheduled', 'published', 'withdrawn'] as const)
    .filter((status) => status === undefined || counts[status] > 0 || status === filter.status)
    .map((status) => ({
      label: status ? statusNames[status] : 'All',
      href: hrefOf(home, { status, q: filter.q, page: 1 }),
      count: status ? counts[status] : counts.all,
      current: filter.status === status,
    }))

function hrefOf(home: string, { status, q, page }: Pick<Props['filter'], 'status' | 'q' | 'page'>): string {
  const query = new URLSearchParams({
    ...(status && { status }),
    ...(q && { q }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return query ? `${home}?${query}` : home
}
