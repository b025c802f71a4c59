import { expect, test } from 'vitest'
import { initials } from './Avatar.tsx'
import { Checkbox } from './Checkbox.tsx'
import { RadioCards } from './Choices.tsx'
import { CommentThread, type ThreadComment } from './CommentThread.tsx'
import { DataTable } from './DataTable.tsx'
import { type DiffBlock, DiffView } from './DiffView.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Field } from './Field.tsx'
import { Hero } from './Hero.tsx'
import { iconNames, iconShapes } from './icons.ts'
import { markFile } from './Mark.tsx'
import { Meter } from './Meter.tsx'
import { OfficeLayout } from './OfficeLayout.tsx'
import { Page } from './Page.tsx'
import { PublicLayout } from './PublicLayout.tsx'
import { ResultList } from './ResultList.tsx'
import { TextArea } from './TextArea.tsx'
import { fairCare, fairCareOffice } from './gallery/sampleGroup.tsx'

const at = new Date('2026-12-03T19:00:00Z')
const hostile = '"><script>alert(1)</script>'

test('a refused field keeps what was typed and says what is wrong to everyone', () => {
  const field = String(
    <Field
      name="postcode"
      label="Postcode"
      hint="Yours"
      value={hostile}
      error="Enter a full UK postcode, like SY1 1AA"
      maxlength={8}
    />,
  )

  expect(field).toContain('<label class="label" for="field-postcode">')
  expect(field).toContain('aria-describedby="field-postcode-hint field-postcode-error"')
  expect(field).toContain('aria-invalid="true"')
  expect(field).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(field).toContain('Yours Up to 8 characters.')
})

test('a field without hint or error describes itself by nothing', () => {
  expect(String(<Field name="name" label="Full name" />)).toBe(
    '<div class="field"><label class="label" for="field-name">Full name</label><input class="input" id="field-name" name="name" type="text"/></div>',
  )
})

test('the error summary leads to each field, also to the first of several cards', () => {
  const summary = String(<ErrorSummary errors={{ 'person.email': 'Enter an email', fee: 'Choose a fee' }} />)
  const cards = String(
    <RadioCards
      name="fee"
      label="Fee"
      options={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
      error="Choose a fee"
    />,
  )

  expect(summary).toContain('role="alert"')
  expect(summary).toContain('href="#field-person-email"')
  expect(summary).toContain('href="#field-fee"')
  expect(cards).toContain('<input type="radio" id="field-fee" name="fee" value="a"/>')
  expect(String(<ErrorSummary errors={{}} />)).toBe('')
})

test('an unticked box stays unticked and a document that begins with an empty line keeps it', () => {
  expect(String(<Checkbox name="comments" label="Allow comments" />)).not.toContain('checked')
  expect(String(<Checkbox name="comments" label="Allow comments" checked />)).toContain('checked=""')
  expect(String(<TextArea name="body" label="Text" value={'\nFirst'} />)).toContain('>\n\nFirst</textarea>')
})

test('a sortable heading says how the table is sorted and offers the other way', () => {
  const table = String(
    <DataTable
      caption="Posts"
      rows={[{ title: 'One' }]}
      sorting={{ key: 'title', direction: 'ascending', href: (key, direction) => `?${key}=${direction}` }}
      columns={[
        { key: 'title', label: 'Title', sortable: true, cell: (row) => row.title },
        { key: 'day', label: 'Day', sortable: true, cell: () => 'Monday' },
      ]}
    />,
  )

  expect(table).toContain('<th scope="col" aria-sort="ascending"><a href="?title=descending">')
  expect(table).toContain('<th scope="col"><a href="?day=ascending">Day</a>')
  expect(table).toContain('<th scope="row">One</th><td data-l="Day">Monday</td>')
})

test('long runs of unchanged text fold away, all but the neighbours of a change', () => {
  const same = (text: string): DiffBlock => ({ kind: 'same', tag: 'p', parts: [{ kind: 'same', text }] })
  const changed: DiffBlock = {
    kind: 'changed',
    tag: 'p',
    parts: [
      { kind: 'del', text: 'bad' },
      { kind: 'ins', text: hostile },
    ],
  }
  const view = String(<DiffView blocks={[same('a'), same('b'), same('c'), same('d'), changed, same('e')]} />)

  expect(view).toContain('Show 2 unchanged paragraphs')
  expect(view).toContain('<del>bad</del><ins>&quot;&gt;&lt;script&gt;')
  expect(view.indexOf('>d</p>')).toBeGreaterThan(view.indexOf('</details>'))
  expect(String(<DiffView blocks={[same('a'), same('b'), same('c'), changed]} />)).not.toContain('<details')
})

test('no reply is lost however deep people answer each other', () => {
  const depth = 9
  const nested = (level: number): ThreadComment => ({
    id: String(level),
    author: `Person ${level}`,
    at,
    body: `Level ${level}.`,
    replies: level < depth ? [nested(level + 1)] : [],
  })
  const thread = String(<CommentThread comments={[nested(1)]} zone="Europe/London" />)

  for (let level = 1; level <= depth; level++) expect(thread).toContain(`Level ${level}.`)
  expect(thread.match(/<ol/g)).toHaveLength(3)
})

test('a meter turns amber near its limit and red past it, but a goal does neither', () => {
  const meter = (value: number, limit: boolean) =>
    String(
      <Meter value={value} max={100} limit={limit}>
        {value}
      </Meter>,
    )

  expect(meter(94, true)).toContain('class="meter"')
  expect(meter(95, true)).toContain('class="meter warn"')
  expect(meter(130, true)).toContain('class="meter over"')
  expect(meter(130, true)).toContain('width="100%"')
  expect(meter(130, false)).toContain('class="meter"')
})

test('one phrase of the headline is stressed, and a phrase that is not there changes nothing', () => {
  expect(String(<Hero headline="Ask them before you act" stress="before you act" />)).toContain(
    '<h1>Ask them <em>before you act</em></h1>',
  )
  expect(String(<Hero headline="Ask them" stress="again" />)).toContain('<h1>Ask them</h1>')
})

test('data about the page cannot end its script element', () => {
  const page = String(
    <Page area="public" look={{ name: 'Forum' }} head={{ title: 'Post', jsonLd: { headline: '</script><b>' } }} />,
  )

  expect(page).toContain('<script type="application/ld+json">{"headline":"\\u003c/script>\\u003cb>"}</script>')
})

test('the head says what a page is: language, title, feeds, preview, and when it was refused', () => {
  const page = String(
    <Page
      area="public"
      look={{ name: 'Forum', themeHref: '/theme/a.css' }}
      head={{
        title: 'Dŵr',
        lang: 'cy',
        refused: true,
        noindex: true,
        canonical: 'https://forum.example/dwr',
        feeds: [{ href: '/feed/', title: 'Posts', type: 'application/atom+xml' }],
        openGraph: { type: 'article', publishedAt: at },
        refreshEvery: 3,
      }}
    />,
  )

  expect(page).toContain('<html lang="cy">')
  expect(page).toContain('<title>Error: Dŵr – Forum</title>')
  expect(page).toContain('<link rel="canonical" href="https://forum.example/dwr"/>')
  expect(page).toContain('<link rel="alternate" type="application/atom+xml" title="Posts" href="/feed/"/>')
  expect(page).toContain('<meta property="article:published_time" content="2026-12-03T19:00:00.000Z"/>')
  expect(page).toContain('<meta http-equiv="refresh" content="3"/>')
  expect(page).toContain('<meta name="robots" content="noindex"/>')
  expect(page.indexOf('/theme/a.css')).toBeGreaterThan(page.indexOf('/assets/app-'))
})

test('visitors get no script and officers get one, with the current place marked', () => {
  const visitor = String(<PublicLayout site={fairCare} path="/evidence" head={{ title: 'Evidence' }} />)
  const officer = String(<OfficeLayout office={fairCareOffice} path="/office/posts/7" head={{ title: 'Post' }} />)

  expect(visitor).not.toContain('<script')
  expect(visitor).toContain('<a href="/evidence" aria-current="page">')
  expect(officer.match(/<script/g)).toHaveLength(1)
  expect(officer).toContain('<a href="/office/posts" aria-current="page">')
  expect(officer).not.toContain('<a href="/office" aria-current="page">')
})

test('what was found is text in pieces, never markup', () => {
  const found = String(
    <ResultList
      results={[
        {
          title: 'One',
          href: '/one',
          extract: [
            { text: '<b>', hit: false },
            { text: 'wait', hit: true },
          ],
        },
      ]}
    />,
  )

  expect(found).toContain('<p>&lt;b&gt;<mark>wait</mark></p>')
})

test('initials leave titles out and keep accents', () => {
  expect(['Margaret Ellison', 'Dr Sunita Rao', 'Cllr. Jo Okafor', 'lswg', 'Ŵyn ap Éva', ''].map(initials)).toEqual([
    'ME',
    'SR',
    'JO',
    'L',
    'ŴÉ',
    '',
  ])
})

test('every icon has shapes, and the mark stands alone as a file', () => {
  for (const name of iconNames) expect(iconShapes(name)).toMatch(/^<(path|circle|rect|line|polyline|polygon|ellipse)/)
  expect(markFile({ letters: '<A' }, '#006443')).toContain('>&lt;A</text>')
  expect(markFile('bench', '#006443')).toContain('fill="#006443"')
})
