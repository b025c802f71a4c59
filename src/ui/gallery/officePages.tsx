import { BulkBar } from '../BulkBar.tsx'
import { Button, ButtonLink } from '../Button.tsx'
import { Card, CardHead } from '../Card.tsx'
import { Chip } from '../Chip.tsx'
import { DataTable } from '../DataTable.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Field } from '../Field.tsx'
import { Filters } from '../Filters.tsx'
import { Kpi } from '../Kpi.tsx'
import { OfficeLayout } from '../OfficeLayout.tsx'
import { PageTitle } from '../PageTitle.tsx'
import { Pager } from '../Pager.tsx'
import { PlainLayout } from '../PlainLayout.tsx'
import { SavedViews } from '../SavedViews.tsx'
import { SelectField } from '../SelectField.tsx'
import { RadioCards } from '../Choices.tsx'
import { Steps } from '../Steps.tsx'
import { Tabs } from '../Tabs.tsx'
import { TextArea } from '../TextArea.tsx'
import { Todo } from '../Todo.tsx'
import { fairCare, fairCareOffice, works } from './sampleGroup.tsx'
import type { SamplePage } from './story.ts'

const TodayPage = () => (
  <OfficeLayout
    office={fairCareOffice}
    path="/office"
    head={{ title: 'Today' }}
    toast={{
      sentence: '“Paying family carers” is published',
      undo: { action: '/office/undo', name: 'act', value: '1' },
    }}
  >
    <PageTitle
      title="Good evening, Margaret"
      sentence="Saturday 21 November 2026. Three things need you; the rest is in hand."
    />
    <div class="dash">
      <NeedsYou />
      <SettingUp />
      <Kpi
        span={3}
        label="Members"
        figure="412"
        sentence="9 joined, 2 left this month"
        trend={{ points: [371, 380, 379, 395, 404, 412], label: 'Members over six months, from 371 to 412' }}
      />
      <Kpi
        span={3}
        label="Renewals due"
        figure="23"
        sentence="£640 by 31 December"
        trend={{ points: [20, 31, 24, 40, 22, 23], label: 'Renewals due over six months, from 20 to 23' }}
      />
      <Kpi span={3} label="In the bank" figure="£6,240" sentence="£310 more than planned" href="/office/treasury" />
      <Kpi span={3} label="Petition" figure="3,914" sentence="186 names this week" />
    </div>
  </OfficeLayout>
)

const NeedsYou = () => (
  <Card span={8} labelledby="needs-you">
    <CardHead id="needs-you" title="Needs you">
      <a href="/office/mine">Everything assigned to me</a>
    </CardHead>
    <Todo
      items={[
        {
          icon: 'clock-alert',
          tone: 'bad',
          sentence: 'Reply to the minister’s office by Tuesday',
          reason: 'Question 48211 was answered only in part. Dr Rao has drafted a follow-up.',
          action: { label: 'Read and approve', href: '/a' },
        },
        {
          icon: 'message-square',
          sentence: 'Two comments wait for an answer',
          reason: 'On “Where you live decides how long you wait”.',
          action: { label: 'Read them', href: '/b' },
        },
        {
          icon: 'triangle-alert',
          tone: 'warn',
          sentence: 'Four links on the website lead nowhere',
          reason: 'They came with the import.',
          action: { label: 'Mend the links', href: '/c' },
        },
      ]}
    />
  </Card>
)

const SettingUp = () => (
  <Card span={4} labelledby="set-up">
    <CardHead id="set-up" title="Finish setting up">
      <span class="meta">2 of 4 done</span>
    </CardHead>
    <Steps
      steps={[
        { label: 'Add your name and colours', done: true },
        { label: 'Bring in your website', done: true },
        { label: 'Publish your first page', done: false, href: '/office/pages/new' },
        { label: 'Check your website address', done: false, href: '/office/settings' },
      ]}
    />
  </Card>
)

const PostsPage = () => (
  <OfficeLayout office={fairCareOffice} path="/office/posts" head={{ title: 'Posts' }}>
    <PageTitle
      title="Posts"
      sentence="1,412 posts. Last import 9 November, by Jo Okafor."
      actions={[
        <ButtonLink href="/office/import" tone="alt" icon="upload">
          Import
        </ButtonLink>,
        <ButtonLink href="/office/posts/new" icon="plus">
          Write a post
        </ButtonLink>,
      ]}
    />
    <SavedViews
      views={[
        { label: 'Everything', href: '?', count: 1412, current: true },
        { label: 'Drafts', href: '?view=drafts', count: 3 },
        { label: 'Scheduled', href: '?view=scheduled', count: 1 },
      ]}
    />
    <PostsCard />
  </OfficeLayout>
)

const PostsCard = () => (
  <Card>
    <Filters action="/office/posts" live>
      <Field name="q" label="Find by title or words" type="search" />
      <SelectField name="author" label="Author" options={[{ value: '', label: 'Anyone' }]} />
      <SelectField name="category" label="Category" options={[{ value: '', label: 'Any' }]} />
    </Filters>
    <div class="table-head">
      <span>
        <b>1,412</b> posts
      </span>
      <BulkBar id="bulk" action="/office/posts/withdrawal">
        <Button size="sm" tone="alt">
          Withdraw
        </Button>
        <Button size="sm" tone="alt">
          Add a tag
        </Button>
      </BulkBar>
    </div>
    <PostsTable />
    <Pager page={1} pages={35} href={(page) => `?page=${page}`} />
  </Card>
)

const PostsTable = () => (
  <DataTable
    caption="Posts"
    rows={works}
    sorting={{
      key: 'title',
      direction: 'ascending',
      href: (key, direction) => `?sort=${key}&direction=${direction}`,
    }}
    ticks={{ form: 'bulk', name: 'post', value: (work) => work.href, label: (work) => `Tick ${work.title}` }}
    columns={[
      {
        key: 'title',
        label: 'Title',
        sortable: true,
        wide: true,
        cell: (work) => (
          <>
            <a class="rowlink" href={work.href}>
              {work.title}
            </a>
            <span class="meta">Jo Okafor</span>
          </>
        ),
      },
      { key: 'state', label: 'State', sortable: true, cell: () => <Chip tone="ok">Published</Chip> },
      { key: 'kind', label: 'Category', cell: (work) => work.kind },
      { key: 'reads', label: 'Reads', figures: true, cell: () => '1,842' },
    ]}
  />
)

const errors = { title: 'Give the post a title', body: 'Write at least one sentence before you publish' }

const WritePage = () => (
  <OfficeLayout office={fairCareOffice} path="/office/posts/new" head={{ title: 'Write a post', refused: true }}>
    <PageTitle
      title="Write a post"
      crumbs={[{ label: 'Posts', href: '/office/posts' }, { label: 'New' }]}
      actions={<Chip>Draft</Chip>}
    />
    <ErrorSummary errors={errors} />
    <Tabs
      label="Parts of the post"
      tabs={[
        { label: 'Text', href: '?', current: true },
        { label: 'Versions', href: '?versions', count: 7 },
      ]}
    />
    <form class="writer" method="post" action="/office/posts" novalidate>
      <Card padded>
        <Field name="title" label="Title" error={errors.title} maxlength={200} />
        <TextArea
          name="body"
          label="Text"
          hint="A blank line begins a paragraph. ## begins a heading."
          source
          error={errors.body}
          value={''}
        />
      </Card>
      <Card padded>
        <Field name="slug" label="Address" hint="fair-care.example/2026/11/…" />
        <Field name="when" type="datetime-local" label="Publish at" hint="London time. Empty means now." />
        <div class="actions">
          <Button>Publish the post</Button>
          <Button tone="alt" name="then" value="draft">
            Save the draft
          </Button>
        </div>
      </Card>
    </form>
  </OfficeLayout>
)

const joinErrors = {
  email: 'Enter an email address in the right format, like name@example.org',
  postcode: 'Enter a full UK postcode, like SY1 1AA',
}

const FormPage = () => (
  <PlainLayout
    look={fairCare}
    head={{ title: 'Your details', refused: true, noindex: true }}
    foot={<a href="/help">Help</a>}
  >
    <p class="meta">Step 1 of 3</p>
    <h1>Your details</h1>
    <p class="lede">It takes about three minutes. We never pass your details on.</p>
    <form method="post" action="/join" novalidate class="section-form">
      <ErrorSummary errors={joinErrors} />
      <Field name="name" label="Full name" autocomplete="name" value="Ann Price" />
      <Field
        name="email"
        type="email"
        label="Email address"
        hint="We will send you a link to confirm it. No password needed."
        autocomplete="email"
        value="ann.price@"
        error={joinErrors.email}
      />
      <Field
        name="postcode"
        label="Postcode"
        hint="So we can tell you about your council and your MP"
        autocomplete="postal-code"
        size="short"
        value="SY1"
        error={joinErrors.postcode}
      />
      <RadioCards
        name="fee"
        label="How much would you like to pay?"
        value="standard"
        options={[
          { value: 'standard', label: 'Standard', hint: '£30 a year' },
          {
            value: 'low',
            label: 'Low income',
            hint: '£15 a year. You decide if this is you; we will not ask for proof',
          },
        ]}
      />
      <div class="actions">
        <Button>Continue</Button>
        <a href="/">Not now</a>
      </div>
    </form>
  </PlainLayout>
)

export const officePages: readonly SamplePage[] = [
  { name: 'today', components: ['OfficeLayout', 'PageTitle'], render: TodayPage },
  { name: 'posts', components: ['OfficeLayout', 'PageTitle'], render: PostsPage },
  { name: 'write', components: ['OfficeLayout', 'PageTitle'], render: WritePage },
  { name: 'form', components: ['PlainLayout', 'Page'], render: FormPage },
]
