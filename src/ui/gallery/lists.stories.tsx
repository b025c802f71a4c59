import { ArchiveList } from '../ArchiveList.tsx'
import { Breadcrumb } from '../Breadcrumb.tsx'
import { Card } from '../Card.tsx'
import { DateTile } from '../DateTile.tsx'
import { EventList } from '../EventList.tsx'
import { MetaLine } from '../MetaLine.tsx'
import { PostList } from '../PostList.tsx'
import { ResultList } from '../ResultList.tsx'
import { Steps } from '../Steps.tsx'
import { Tabs } from '../Tabs.tsx'
import { TagList } from '../TagList.tsx'
import { Todo } from '../Todo.tsx'
import { sampleZone, type Story } from './story.ts'

export const listStories: readonly Story[] = [
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
