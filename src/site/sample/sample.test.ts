import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { slices } from '../../slices.ts'
import { Calendar } from './calendar.ts'
import { parseText, readTexts } from './content.ts'
import { loadSample } from './index.ts'

const installation = testInstallation({ emptied: 'once' })
let group: KnownGroup
let visitor: Browser
let chair: Browser

beforeAll(async () => {
  const made = await loadSample(installation.services)
  group = made.group
  visitor = visitorOf(installation, group)
  chair = await signedInAs(installation, group, { ...made.officer, strongly: true })
})

const page = async (browser: Browser, path: string) => (await browser.get(path)).text()

test('every sample address of every slice answers', async () => {
  const samples = await installation.context(group).read(async (tx) => {
    const all = []
    for (const slice of slices) all.push(...((await slice.samples?.(tx, installation.services.secret)) ?? []))
    return all
  })

  expect(samples.length).toBeGreaterThan(40)
  for (const { address, as, ...sample } of samples) {
    const { status } = await (as === 'officer' ? chair : visitor).get(address)
    const expected = 'status' in sample ? [sample.status] : [200, 301, 302, 303, 410]
    expect(expected, `${address} answered ${status}`).toContain(status)
  }
})

test('it is rich: posts over many years, pages, comments, a menu with items below, a picture on the home page', async () => {
  const { rows } = await installation.owner.query<Record<string, number>>(`
    select (select count(*) from publishing.entry where kind = 'post' and status = 'published')::int as posts,
      (select count(distinct extract(year from published_at)) from publishing.entry where status = 'published')::int as years,
      (select count(*) from publishing.entry where kind = 'page' and parent_id is not null)::int as children,
      (select count(*) from publishing.author)::int as authors,
      (select count(*) from publishing.comment where status = 'approved')::int as approved,
      (select count(*) from publishing.comment where parent_id is not null)::int as answers,
      (select count(*) from publishing.comment where status = 'pending')::int as pending,
      (select count(*) from publishing.comment where status = 'spam')::int as spam,
      (select count(*) from publishing.update_note)::int as notes,
      (select count(*) from people.role_held)::int as offices`)
  const home = await page(visitor, '/')

  expect(rows[0]).toMatchObject({
    posts: 17,
    years: 7,
    children: 2,
    authors: 6,
    approved: 14,
    answers: 6,
    pending: 3,
    spam: 2,
    notes: 1,
    offices: 4,
  })
  expect(home).toContain('<em>for a child to paddle in</em>')
  expect(home).toContain('Water testing')
  expect(home).toMatch(/<img src="\/files\/\d{4}\/\d\d\/tamsel-valley\.webp/)
  expect(home).toContain('Promoted by Nora Whitlock on behalf of the Tamsel Rivers Forum')
})

test('what waits, what was withdrawn and what is spam is not seen by the public', async () => {
  const [post, home, found] = [
    await page(visitor, '/posts'),
    await page(visitor, '/'),
    await page(visitor, '/search?q=chlorine'),
  ]
  const { rows } = await installation.owner.query<{ path: string }>(
    `select path from publishing.address where kind = 'gone'`,
  )

  expect(post + home).not.toContain('What the autumn testing weekend found')
  expect(post + home).not.toContain('What we want from the new river plan')
  expect(found).not.toContain('Best Pool Deals')
  expect((await visitor.get(rows[0]!.path)).status).toBe(410)
})

test('who stands behind the pen name is told to nobody', async () => {
  const letter = await page(visitor, '/author/the-lock-keeper/')

  expect(letter).toContain('The Lock-Keeper')
  expect(letter.replaceAll(/<nav[\s\S]*?<\/nav>/g, '')).not.toContain('Ibrahim')
})

test('the home page asks the database at most six questions', async () => {
  const asked = vi.spyOn(pg.Client.prototype, 'query')

  const { status } = await visitor.get('/')
  const questions = asked.mock.calls.map(([first]) => (typeof first === 'string' ? first : String(Object(first).text)))
  asked.mockRestore()

  expect(status).toBe(200)
  expect(questions.filter((text) => /^\s*(select|with)\b/i.test(text)).length).toBeGreaterThan(2)
  expect(
    questions.filter((text) => !/^(begin|start transaction|commit|rollback|set )/i.test(text)).length,
  ).toBeLessThan(7)
})

test('old addresses lead to where things are now', async () => {
  const response = await visitor.get('/promises')

  expect([response.status, response.headers.get('location')]).toEqual([301, '/about/our-promises'])
})

test('each of its texts is an act of its own, dated then, so that undoing one leaves the others', async () => {
  const { rows } = await installation.owner.query<{ acts: number; future: number }>(`
    select count(distinct act_id)::int as acts, (count(*) filter (where happened_at > now()))::int as future
    from platform.journal where event = 'publishing.entry_published'`)

  expect(rows[0]).toEqual({ acts: 23, future: 0 })
})

test('a second one needs a short name of its own', async () => {
  const { services } = installation

  await expect(loadSample(services)).rejects.toThrow('--slug rivers-2')
  const { group: second } = await loadSample(services, { slug: 'rivers-2' })

  expect(await page(visitorOf(installation, second), '/about')).toContain('above a boat shop')
})

const texts = readTexts()

test('its texts read well: no exclamation marks, no Latin, no empty ones', () => {
  for (const { key, body, excerpt, title } of texts) {
    expect(`${title} ${excerpt} ${body.replaceAll('![', '[')}`, key).not.toMatch(/!|\be\.?g\b|\bi\.e\b|\betc\b/)
    expect(body.length, key).toBeGreaterThan(120)
    if (/picture:/.test(body)) expect(body, key).toMatch(/!\[[^\]]{20,}\]\(picture:|\{gallery\}/)
  }
})

test('a text without its head is not taken', () => {
  expect(() => parseText('No head here.')).toThrow('between dashes')
  expect(() => parseText('---\ntitle: T\ncolour: red\n---\nBody')).toThrow()
})

const zone = 'Europe/London'

test.each([
  ['2026-11-22T12:00:00Z', '2026-11-12T17:00:00.000Z'],
  ['2027-10-30T12:00:00Z', '2026-11-12T17:00:00.000Z'],
  ['2027-11-13T12:00:00Z', '2027-11-12T17:00:00.000Z'],
  ['2026-01-01T12:00:00Z', '2025-11-12T17:00:00.000Z'],
])('seen on %s, the newest text is of %s', (now, newest) => {
  const calendar = new Calendar('2026-11-12T17:00', { now: new Date(now), zone })

  expect(calendar.moment('2026-11-12T17:00').toISOString()).toBe(newest)
})
