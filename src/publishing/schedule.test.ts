import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { type Browser, signedInAs, visitorOf } from '../../test/browser.ts'
import { testInstallation } from '../../test/installation.ts'
import { perform } from '../platform/act.ts'
import { aJob } from '../platform/actor.ts'
import { undo } from '../platform/undo.ts'
import { anOfficer } from '../people/factories.ts'
import { work } from '../serve.ts'
import { aPage, aPost, aText } from './factories.ts'
import { entries } from './index.ts'
import { wallTime } from './rules.ts'

const installation = testInstallation()
const LONDON = 'Europe/London'

async function anOffice() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const browser = await signedInAs(installation, group, await anOfficer(context, { role: 'editor' }))
  /** An act at a moment of our choosing. */
  const actAt = <T>(at: string, doing: Parameters<typeof perform<T>>[1]) =>
    perform({ db: installation.services.databases.of(group.id), group, by: aJob(group.id), at: new Date(at) }, doing)
  return { group, context, browser, visitor: visitorOf(installation, group), actAt }
}
type Office = Awaited<ReturnType<typeof anOffice>>

const statusOf = async ({ context }: Office, id: string) =>
  (await context.read((tx) => entries.findEntry(tx, id)))?.status
const said = (browser: Browser) =>
  (JSON.parse(Buffer.from(browser.cookies.get('flash') ?? '', 'base64url').toString()) as { sentence: string }).sentence

test('a scheduled post appears when the worker comes by after its moment, and not before', async () => {
  const office = await anOffice()
  const [due, later] = [
    await aPost(office.context, { published: false }),
    await aPost(office.context, { published: false }),
  ]
  await office.actAt('2026-01-05T09:00:00Z', (act) =>
    entries.schedule(act, { id: due.id, at: new Date('2026-01-06T09:00:00Z') }),
  )
  await office.context.act((act) => entries.schedule(act, { id: later.id, at: new Date(act.at.getTime() + 3_600_000) }))

  await installation.runJobs(work)

  const entry = await office.context.read((tx) => entries.findEntry(tx, due.id))
  expect([entry?.status, entry?.published_at]).toEqual(['published', new Date('2026-01-06T09:00:00Z')])
  expect(await statusOf(office, later.id)).toBe('scheduled')
})

test('what should have appeared while the program was down appears with the next sweep', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { published: false })
  await office.actAt('2026-01-05T09:00:00Z', (act) =>
    entries.schedule(act, { id: post.id, at: new Date('2026-01-06T09:00:00Z') }),
  )
  await installation.services.pool.query('delete from graphile_worker._private_jobs')

  const sweep = work.timetable.find(({ job }) => job.name === 'publishing.publish_all_due')
  await sweep!.job.run(office.context, {})

  expect(await statusOf(office, post.id)).toBe('published')
})

test('on the night the clocks go forward, the officer is told which time is used', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Spring', published: false })
  const fields = { basedOn: '1', title: 'Spring', text: 'A few words.', at: '2027-03-28T01:30' }

  const response = await office.browser.post(`/office/posts/${post.id}/schedule`, fields)

  expect(response.status).toBe(303)
  expect(said(office.browser)).toBe(
    'It will appear on Sunday 28 March 2027, 2.30am. The clocks go forward that night, so there is no 1.30am.',
  )
  expect((await office.context.read((tx) => entries.findEntry(tx, post.id)))?.published_at).toEqual(
    new Date('2027-03-28T01:30:00Z'),
  )
})

test('on the night the clocks go back, the first of both times is used and said', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Autumn', published: false })

  await office.browser.post(`/office/posts/${post.id}/schedule`, {
    basedOn: '1',
    title: 'Autumn',
    text: 'A few words.',
    at: '2027-10-31T01:30',
  })

  expect(said(office.browser)).toContain(
    'The clocks go back that night, so 1.30am comes twice on Sunday 31 October 2027; this is the first.',
  )
  expect(await (await office.browser.get(`/office/posts/${post.id}`)).text()).toContain('this is the first')
  expect((await office.context.read((tx) => entries.findEntry(tx, post.id)))?.published_at).toEqual(
    new Date('2027-10-31T00:30:00Z'),
  )
})

test('an ordinary night has one time, before and after a change of the clocks', () => {
  expect(wallTime('2026-10-24T09:00', LONDON)).toEqual({ moment: new Date('2026-10-24T08:00:00Z'), clock: 'plain' })
  expect(wallTime('2026-10-25T09:00', LONDON)).toEqual({ moment: new Date('2026-10-25T09:00:00Z'), clock: 'plain' })
  expect(wallTime('2026-10-25T01:00', LONDON)).toEqual({ moment: new Date('2026-10-25T00:00:00Z'), clock: 'twice' })
  expect(wallTime('tomorrow', LONDON)).toBeNull()
  expect(wallTime('2026-02-30T09:00', LONDON)).toBeNull()
})

test('a post scheduled before a change of the clocks gets its address from the month on the wall', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Midnight', published: false })
  await office.actAt('2027-03-01T09:00:00Z', (act) =>
    entries.schedule(act, { id: post.id, at: wallTime('2027-07-01T00:10', LONDON)!.moment }),
  )

  await office.actAt('2027-06-30T23:10:00Z', (act) => entries.publishDue(act, post.id))

  expect((await office.visitor.get('/2027/07/midnight')).status).toBe(200)
})

test('a moment that has passed, or is none, is refused beside its field', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Late', published: false })

  for (const at of ['2020-01-01T09:00', '', '31/12/2027']) {
    const response = await office.browser.post(`/office/posts/${post.id}/schedule`, {
      basedOn: '1',
      title: 'Late',
      text: 'Kept',
      at,
    })
    const html = await response.text()
    expect([at, response.status]).toEqual([at, 422])
    expect(html).toMatch(/Choose a moment in the future|Enter the day and the time/)
    expect(html).toContain('Kept')
  }
  expect(await statusOf(office, post.id)).toBe('draft')
})

test('editing takes the order back, and undo gives it again', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Plan', published: false })
  await office.actAt('2027-01-01T09:00:00Z', (act) =>
    entries.schedule(act, { id: post.id, at: new Date('2027-01-10T09:00:00Z') }),
  )

  const edit = await office.actAt('2027-01-02T09:00:00Z', async (act) => {
    await entries.save(act, { id: post.id, basedOn: 1, title: 'Plan', body: aText('Other words.') })
    return act.id
  })
  await office.actAt('2027-01-10T09:00:00Z', (act) => entries.publishDue(act, post.id))
  expect(await statusOf(office, post.id)).toBe('draft')

  await office.actAt('2027-01-10T10:00:00Z', (act) => undo(act, edit))
  await office.actAt('2027-01-10T10:01:00Z', (act) => entries.publishDue(act, post.id))
  expect(await statusOf(office, post.id)).toBe('published')
})

test('looking at a preview leaves the order as it is, a change takes it back and says so', async () => {
  const office = await anOffice()
  const fields = { basedOn: '1', title: 'Plan', text: 'A few words.', at: '2030-02-01T09:00' }
  const post = await aPost(office.context, { title: 'Plan', published: false })
  await office.browser.post(`/office/posts/${post.id}/schedule`, fields)

  await office.browser.post(`/office/posts/${post.id}/preview`, fields)
  expect(await statusOf(office, post.id)).toBe('scheduled')
  await office.browser.post(`/office/posts/${post.id}`, { ...fields, excerpt: 'New' })

  expect(said(office.browser)).toContain('It no longer waits to be published')
  expect(await statusOf(office, post.id)).toBe('draft')
})

test('an order can be taken back by hand, and by undo', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Plan', published: false })
  const plan = (at: string) =>
    office.actAt('2027-01-01T09:00:00Z', async (act) => {
      await entries.schedule(act, { id: post.id, at: new Date(at) })
      return act.id
    })

  await plan('2027-02-01T09:00:00Z')
  await office.browser.post(`/office/posts/${post.id}/withdrawal`)
  expect(await statusOf(office, post.id)).toBe('draft')
  const act = await plan('2027-02-01T09:00:00Z')
  await office.context.act((a) => undo(a, act))
  expect(await statusOf(office, post.id)).toBe('draft')
})

test('an address taken meanwhile does not stop a scheduled page', async () => {
  const office = await anOffice()
  const page = await aPage(office.context, { title: 'Our bridges', slug: 'bridges', published: false })
  await office.actAt('2027-01-01T09:00:00Z', (act) =>
    entries.schedule(act, { id: page.id, at: new Date('2027-02-01T09:00:00Z') }),
  )
  await aPage(office.context, { title: 'Bridges', slug: 'bridges' })

  await office.actAt('2027-02-01T09:00:00Z', (act) => entries.publishDue(act, page.id))

  expect((await office.visitor.get('/bridges-2')).status).toBe(200)
})

test('of two officers who give two pages one address at once, one is refused', async () => {
  const office = await anOffice()
  const [first, second] = [
    await aPage(office.context, { title: 'One', slug: 'same', published: false }),
    await aPage(office.context, { title: 'Two', slug: 'same', published: false }),
  ]
  let finish = () => {}
  const held = new Promise<void>((resolve) => (finish = resolve))
  let published = () => {}
  const isPublished = new Promise<void>((resolve) => (published = resolve))

  const slow = office.context.act(async (act) => {
    await entries.publish(act, { id: first.id })
    published()
    await held
  })
  await isPublished
  const fast = office.context.act((act) => entries.publish(act, { id: second.id }))
  const outcome = fast.then(
    () => 'published',
    (error: Error) => error.message,
  )
  finish()
  await slow

  expect(await outcome).toContain('Another page has, or once had, the address /same')
  expect(await statusOf(office, second.id)).toBe('draft')
})

test('of two officers who publish one post at once, both find it published once', async () => {
  const office = await anOffice()
  const post = await aPost(office.context, { title: 'Both', published: false })
  let finish = () => {}
  const held = new Promise<void>((resolve) => (finish = resolve))
  let begun = () => {}
  const hasBegun = new Promise<void>((resolve) => (begun = resolve))

  const slow = office.context.act(async (act) => {
    await entries.publish(act, { id: post.id })
    begun()
    await held
  })
  await hasBegun
  const second = office.context.act((act) => entries.publish(act, { id: post.id }))
  finish()
  await Promise.all([slow, second])

  const entry = await office.context.read((tx) => entries.findEntry(tx, post.id))
  expect([entry?.status, entry?.updated_at]).toEqual(['published', null])
})
