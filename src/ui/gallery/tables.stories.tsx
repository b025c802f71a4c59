import { BulkBar } from '../BulkBar.tsx'
import { Button, ButtonLink } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { Chip } from '../Chip.tsx'
import { type Column, DataTable } from '../DataTable.tsx'
import { Empty } from '../Empty.tsx'
import { Field } from '../Field.tsx'
import { Filters } from '../Filters.tsx'
import { Neighbours } from '../Neighbours.tsx'
import { Pager } from '../Pager.tsx'
import { SavedViews } from '../SavedViews.tsx'
import { SelectField } from '../SelectField.tsx'
import { type Story } from './story.ts'

interface Post {
  id: string
  title: string
  author: string
  state: 'Published' | 'Draft'
  reads: number
}

const posts: readonly Post[] = [
  { id: '1', title: 'Where you live decides how long you wait', author: 'Jo Okafor', state: 'Published', reads: 1842 },
  { id: '2', title: 'Paying family carers', author: 'Dr Sunita Rao', state: 'Draft', reads: 0 },
]

const columns: readonly Column<Post>[] = [
  {
    key: 'title',
    label: 'Title',
    sortable: true,
    wide: true,
    cell: (post) => (
      <>
        <a class="rowlink" href={`#post-${post.id}`}>
          {post.title}
        </a>
        <span class="meta">{post.author}</span>
      </>
    ),
  },
  {
    key: 'state',
    label: 'State',
    sortable: true,
    cell: (post) => <Chip tone={post.state === 'Published' ? 'ok' : undefined}>{post.state}</Chip>,
  },
  { key: 'reads', label: 'Reads', figures: true, cell: (post) => post.reads.toLocaleString('en-GB') },
]

const table = (rows: readonly Post[]) => (
  <DataTable
    caption="Posts"
    columns={columns}
    rows={rows}
    sorting={{ key: 'title', direction: 'ascending', href: (key, direction) => `?sort=${key}&direction=${direction}` }}
    ticks={{ form: 'bulk', name: 'post', value: (post) => post.id, label: (post) => `Tick ${post.title}` }}
  />
)

export const tableStories: readonly Story[] = [
  {
    component: 'DataTable',
    state: 'full, sorted, with ticks',
    render: () => (
      <Card>
        <Filters action="/gallery" live>
          <Field name="q-1" label="Find by title" type="search" />
          <SelectField name="state" label="State" options={[{ value: '', label: 'Any' }]} />
        </Filters>
        <div class="table-head">
          <span>
            <b>2</b> posts
          </span>
          <BulkBar id="bulk" action="/gallery">
            <Button size="sm" tone="alt">
              Publish
            </Button>
          </BulkBar>
        </div>
        {table(posts)}
        <Pager page={2} pages={35} href={(page) => `?page=${page}`} />
      </Card>
    ),
  },
  {
    component: 'DataTable',
    state: 'empty',
    render: () => (
      <Card>
        <Empty
          icon="newspaper"
          level={3}
          title="No posts yet"
          sentence="Posts you write appear here, newest first. The first can be a few lines about the group."
        >
          <ButtonLink href="#new" icon="plus">
            Write the first post
          </ButtonLink>
        </Empty>
      </Card>
    ),
  },
  {
    component: 'Empty',
    state: 'without a button',
    render: () => (
      <Empty
        icon="message-square"
        title="No comments wait"
        sentence="New comments appear here until somebody has read them."
      />
    ),
  },
  {
    component: 'Filters',
    state: 'without script',
    render: () => (
      <Filters action="/gallery" label="Filter the posts">
        <Field name="q-2" label="Find" value="wait" />
      </Filters>
    ),
  },
  {
    component: 'BulkBar',
    state: 'two things to do',
    render: () => (
      <BulkBar id="bulk-2" action="/gallery" label="With ticked posts">
        <Button size="sm" tone="alt">
          Publish
        </Button>
        <Button size="sm" tone="alt">
          Withdraw
        </Button>
      </BulkBar>
    ),
  },
  {
    component: 'SavedViews',
    state: 'one current',
    render: () => (
      <SavedViews
        views={[
          { label: 'Everything', href: '#1', count: 1412, current: true },
          { label: 'Drafts', href: '#2', count: 3 },
          { label: 'Scheduled', href: '#3' },
        ]}
      />
    ),
  },
  {
    component: 'Pager',
    state: 'first page',
    render: () => (
      <Pager
        page={1}
        pages={9}
        href={(page) => `?page=${page}`}
        label="Pages of posts"
        loose
        previous="Newer posts"
        next="Older posts"
      />
    ),
  },
  {
    component: 'Neighbours',
    state: 'one before, one after',
    render: () => (
      <Neighbours
        of="post"
        older={{ title: 'What the river told us in October', href: '#older' }}
        newer={{ title: 'A good neighbour agreement', href: '#newer' }}
      />
    ),
  },
  { component: 'Pager', state: 'one page: nothing', render: () => <Pager page={1} pages={1} href={() => ''} /> },
]
