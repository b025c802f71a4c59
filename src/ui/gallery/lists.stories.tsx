import { ArchiveList } from '../ArchiveList.tsx'
import { Breadcrumb } from '../Breadcrumb.tsx'
import { BulkBar } from '../BulkBar.tsx'
import { Button, ButtonLink } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { Chip } from '../Chip.tsx'
import { type Column, DataTable } from '../DataTable.tsx'
import { DateTile } from '../DateTile.tsx'
import { Empty } from '../Empty.tsx'
import { EventList } from '../EventList.tsx'
import { Field } from '../Field.tsx'
import { Filters } from '../Filters.tsx'
import { MetaLine } from '../MetaLine.tsx'
import { Pager } from '../Pager.tsx'
import { PostList } from '../PostList.tsx'
import { ResultList } from '../ResultList.tsx'
import { SavedViews } from '../SavedViews.tsx'
import { SelectField } from '../SelectField.tsx'
import { Steps } from '../Steps.tsx'
import { Tabs } from '../Tabs.tsx'
import { TagList } from '../TagList.tsx'
import { Todo } from '../Todo.tsx'
import { sampleZone, type Story } from './story.ts'

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

export const listStories: readonly Story[] = [
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
  { component: 'Pager', state: 'one page: nothing', render: () => <Pager page={1} pages={1} href={() => ''} /> },
  {
    component: 'Todo',
    state: 'full',
    render: () => (
      <Card>
        <Todo
          items={[
            {
              icon: 'clock-alert',
              tone: 'bad',
              sentence: 'Reply to the minister’s office by Tuesday',
              reason: 'The question was answered only in part.',
              action: { label: 'Read and approve', href: '#a' },
            },
            {
              icon: 'calendar-check',
              tone: 'warn',
              sentence: 'One more reply needed for the quorum',
              reason: '9 have said yes; you need 10.',
              action: { label: 'Send a reminder', href: '#b' },
            },
            {
              icon: 'user-plus',
              sentence: 'Welcome 4 new members',
              reason: 'Joined since Thursday.',
              action: { label: 'Say hello', href: '#c' },
            },
          ]}
        />
      </Card>
    ),
  },
  { component: 'Todo', state: 'empty', render: () => <Todo items={[]} /> },
  {
    component: 'DateTile',
    state: 'one day',
    render: () => <DateTile at={new Date('2026-12-03T19:00:00Z')} zone={sampleZone} />,
  },
  {
    component: 'EventList',
    state: 'full',
    render: () => (
      <EventList
        zone={sampleZone}
        events={[
          {
            title: 'Members’ meeting: the 28-day paper',
            href: '#e1',
            at: new Date('2026-12-03T19:00:00Z'),
            when: 'Thursday, 7pm to 8.30pm. Online and in Shrewsbury',
            note: 'Free. Captions and hearing loop',
            calendarHref: '#e1.ics',
          },
          {
            title: 'Annual general meeting',
            href: '#e2',
            at: new Date('2027-02-06T10:30:00Z'),
            when: 'Saturday, 10.30am to 3pm. Birmingham',
          },
        ]}
      />
    ),
  },
  {
    component: 'Steps',
    state: 'half done',
    render: () => (
      <Steps
        steps={[
          { label: 'Add your name and colours', done: true, href: '#s1' },
          { label: 'Bring in your website', done: true },
          { label: 'Check your website address', done: false, href: '#s3' },
        ]}
      />
    ),
  },
  {
    component: 'Breadcrumb',
    state: 'three steps',
    render: () => (
      <Breadcrumb
        crumbs={[{ label: 'Home', href: '#h' }, { label: 'Blog', href: '#b' }, { label: 'Where you live decides' }]}
      />
    ),
  },
  {
    component: 'MetaLine',
    state: 'one part missing',
    render: () => <MetaLine items={['Jo Okafor', undefined, '3 December 2026', <a href="#c">Waiting times</a>]} />,
  },
  {
    component: 'Tabs',
    state: 'one current',
    render: () => (
      <Tabs
        label="Parts of the post"
        tabs={[
          { label: 'Text', href: '#t', current: true },
          { label: 'Versions', href: '#v', count: 7 },
        ]}
      />
    ),
  },
  {
    component: 'TagList',
    state: 'full',
    render: () => (
      <TagList
        label="Tags"
        tags={[
          { label: 'Waiting times', href: '#w' },
          { label: 'Councils', href: '#c' },
        ]}
      />
    ),
  },
  { component: 'TagList', state: 'empty: nothing', render: () => <TagList label="Tags" tags={[]} /> },
  {
    component: 'PostList',
    state: 'full',
    render: () => (
      <PostList
        posts={[
          {
            title: 'Where you live decides how long you wait',
            href: '#p1',
            meta: ['3 December 2026', 'Jo Okafor'],
            extract: 'In one county the middle wait is 97 days. In a city two hours away it is five.',
          },
          { title: 'What we told the committee', href: '#p2', meta: ['19 November 2026', 'Dr Sunita Rao'] },
        ]}
      />
    ),
  },
  {
    component: 'ResultList',
    state: 'with the words found',
    render: () => (
      <ResultList
        results={[
          {
            title: 'Where you live decides how long you wait',
            href: '#r1',
            extract: [
              { text: 'The middle ', hit: false },
              { text: 'wait', hit: true },
              { text: ' is 97 days, against five <in> the city.', hit: false },
            ],
            meta: ['Post', '3 December 2026'],
          },
        ]}
      />
    ),
  },
  {
    component: 'ArchiveList',
    state: 'two years',
    render: () => (
      <ArchiveList
        years={[
          {
            year: 2026,
            href: '#2026',
            months: [
              { label: 'December', href: '#2026-12', count: 3 },
              { label: 'November', href: '#2026-11', count: 12 },
            ],
          },
          { year: 2025, href: '#2025', months: [{ label: 'May', href: '#2025-05', count: 1 }] },
        ]}
      />
    ),
  },
]
