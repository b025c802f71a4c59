import { expect, test } from 'vitest'
import { signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import * as bases from '../bases.ts'
import { aPerson, anOfficer } from '../factories.ts'
import * as hats from '../hats.ts'
import { join, linkIn, type SentLetter } from '../join/factories.ts'
import * as memberships from '../memberships.ts'
import { noticesWording, wordingOf } from '../purposes.ts'
import * as readings from '../readings.ts'
import * as topics from '../topics.ts'

const installation = testInstallation()

async function ruthsPage() {
  const group = await aGroup(installation, { name: 'Fair Care', slug: 'care' })
  const context = installation.context(group)
  const id = await join(installation, group, { choices: { yes: ['newsletter', 'public_list'] } })
  await installation.owner.query('delete from platform.letter')
  const browser = await signedInAs(installation, group, { id })
  const page = async (path: string) => (await browser.get(path)).text()
  const row = async () => (await installation.owner.query('select * from people.person where id = $1', [id])).rows[0]
  const standing = async () =>
    (await context.read((tx) => bases.ledger(tx, id)))
      .filter(({ untilAt }) => untilAt === null)
      .map(({ purpose, basis }) => `${purpose}: ${basis}`)
  const letters = async () =>
    (
      await installation.owner.query<SentLetter>(
        'select to_address, subject, body from platform.letter order by written_at, id',
      )
    ).rows
  return { ...context, group, id, browser, page, row, standing, letters }
}

const whole = { name: 'Ruth Amory', postcode: 'SY1 1AA' }

test('a visitor is led to signing in from every part of the page, and a member who signs in to the page', async () => {
  const { group, browser } = await ruthsPage()
  const visitor = visitorOf(installation, group)
  const parts = ['', '/details', '/places', '/email', '/choices', '/readings', '/leaving', '/copy/everything.json']

  for (const part of parts) expect((await visitor.get(`/my${part}`)).headers.get('location'), part).toBe('/sign-in')
  for (const part of ['details', 'choices/newsletter', 'choices/none', 'leaving', 'email', 'places'])
    expect((await visitor.post(`/my/${part}`)).headers.get('location'), part).toBe('/sign-in')

  expect((await browser.get('/sign-in')).headers.get('location')).toBe('/my')
})

test('the page says what somebody is, shows everything held, and leads on', async () => {
  const { page } = await ruthsPage()

  const mine = await page('/my')

  for (const words of ['Member since', 'ruth@example.org', 'Shrewsbury', wordingOf('newsletter', 'Fair Care')])
    expect(mine).toContain(words)
  for (const href of [
    'details',
    'choices',
    'email',
    'security',
    'readings',
    'requests',
    'leaving',
    'copy/everything.json',
  ])
    expect(mine).toContain(`href="/my/${href}"`)
})

test('somebody changes their own record', async () => {
  const { act, browser, row, page } = await ruthsPage()
  const soup = await act((a) => topics.addOrFind(a, 'offer', 'Make soup'))

  const saved = await browser.post('/my/details', {
    name: 'Ruth Amory-Bell',
    phone: ' 07700 900123 ',
    address: '1 Mill Row\nShrewsbury',
    postcode: 'hg1 1aa',
    occupation: 'manager',
    union: 'Unison',
    topic: [soup, 'nonsense'],
  })

  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/my/details'])
  expect(await (await browser.follow(saved)).text()).toContain('Your details are saved.')
  expect(await row()).toMatchObject({
    name: 'Ruth Amory-Bell',
    phone: '07700 900123',
    postcode: 'HG1 1AA',
    occupation: 'manager',
    region: 'E12000003',
  })
  const form = await page('/my/details')
  for (const words of ['Harrogate and Knaresborough', 'value="Unison"', 'checked']) expect(form).toContain(words)
  await browser.post('/my/details', whole)
  expect(await page('/my/details')).not.toContain('value="Unison"')
})

test.each([
  [{ ...whole, name: ' ' }, 'Enter your name.'],
  [{ ...whole, postcode: 'somewhere' }, 'This is not a whole UK postcode.'],
  [{ ...whole, phone: '1'.repeat(41) }, 'Keep the telephone number under 41 characters.'],
  [{ ...whole, address: 'x'.repeat(501) }, 'Keep the address under 501 characters.'],
  [{ ...whole, union: 'x'.repeat(201) }, 'Keep this under 201 characters.'],
])('what is wrong is said with 422 and nothing is lost: %o', async (fields, sentence) => {
  const { browser, row } = await ruthsPage()

  const refused = await browser.post('/my/details', { ...fields, employer: 'The mill' })

  const html = await refused.text()
  expect([refused.status, html.includes(sentence), html.includes('The mill')]).toEqual([422, true, true])
  expect((await row())['name']).toBe('Ruth Amory')
})

test('somebody with two unions keeps both when they change something else, and can drop one', async () => {
  const { act, read, id, browser, page } = await ruthsPage()
  await act((a) =>
    hats.add(a, id, [
      { kind: 'union', name: 'Unison' },
      { kind: 'union', name: 'NEU' },
    ]),
  )
  const worn = async () => (await read((tx) => hats.of(tx, id))).map(({ name }) => name)

  const shown = /name="union"[^>]*value="([^"]*)"/.exec(await page('/my/details'))?.[1]
  await browser.post('/my/details', { ...whole, union: shown ?? '' })
  const kept = await worn()
  await browser.post('/my/details', { ...whole, union: 'NEU' })

  expect([shown, kept, await worn()]).toEqual(['Unison; NEU', ['Unison', 'NEU'], ['NEU']])
})

test('a postcode near a border leads to choosing the places', async () => {
  const { browser, row } = await ruthsPage()

  const saved = await browser.post('/my/details', { ...whole, postcode: 'LL20 7SG' })
  const chosen = await browser.post('/my/places', { constituency: 'W07000090', council: 'W06000006' })

  expect([saved.headers.get('location'), chosen.headers.get('location')]).toEqual(['/my/places', '/my/details'])
  expect(await row()).toMatchObject({ postcode: 'LL20 7SG', council: 'W06000006' })
})

test('another email address counts once its mailbox has answered, and the old one is told', async () => {
  const { browser, row, letters, group } = await ruthsPage()

  const asked = await browser.post('/my/email', { email: 'new@example.org' })
  const waits = await (await browser.follow(asked)).text()
  const before = (await row())['email']
  const [letter] = await letters()
  const anywhere = visitorOf(installation, group)
  const opened = await anywhere.get(linkIn(letter!))
  const pressed = await anywhere.post(linkIn(letter!))
  const again = await anywhere.post(linkIn(letter!))

  expect(waits).toContain('A letter went to new@example.org.')
  expect([before, letter!.to_address, opened.status, pressed.status, again.status]).toEqual([
    'ruth@example.org',
    'new@example.org',
    200,
    200,
    410,
  ])
  expect(await row()).toMatchObject({ email: 'new@example.org', email_state: 'confirmed' })
  const [, told] = await letters()
  expect([told!.to_address, told!.subject, told!.body.includes('new@')]).toEqual([
    'ruth@example.org',
    'Your email address at Fair Care has changed',
    false,
  ])
})

test('asking for an address that somebody else has tells nobody that they are here', async () => {
  const { browser, group, row, letters } = await ruthsPage()
  await aPerson(installation.context(group), { name: 'Ben', email: 'ben@example.org' })
  const shown = async (email: string) => {
    const response = await browser.post('/my/email', { email })
    const text = await (await browser.follow(response)).text()
    return [response.status, text.replaceAll(email, '…')]
  }

  const known = await shown('ben@example.org')
  const unknown = await shown('nobody@example.org')

  expect(known).toEqual(unknown)
  expect((await letters()).map(({ subject }) => subject)).toEqual(
    Array(2).fill('Please confirm your new address for Fair Care'),
  )
  expect((await row())['email']).toBe('ruth@example.org')
})

test('a yes is taken back, and given again in the words that are shown', async () => {
  const { browser, page, standing } = await ruthsPage()

  const before = await page('/my/choices')
  await browser.post('/my/choices/newsletter', { answer: 'no' })
  await browser.post('/my/choices/campaigns', { answer: 'yes' })

  expect(before).toContain(wordingOf('newsletter', 'Fair Care'))
  expect(await standing()).toEqual([
    'register: membership',
    'notices: membership',
    'public_list: explicit_consent',
    'campaigns: consent',
  ])
})

test('a member says no to notices: that is an objection, and only they take it back', async () => {
  const { act, browser, id, page, standing } = await ruthsPage()
  const give = () =>
    act((a) => bases.give(a, { personId: id, purpose: 'notices', basis: 'membership', channel: 'officer' }))

  await browser.post('/my/choices/notices', { answer: 'no' })

  await expect(give()).rejects.toThrow('This person has said no to this.')
  expect(await page('/my/choices')).toContain(noticesWording('Fair Care'))
  await browser.post('/my/choices/notices', { answer: 'yes' })
  expect(await standing()).toContain('notices: consent')
})

test('one press stops everything, and nothing can be turned on for them', async () => {
  const { browser, standing, read } = await ruthsPage()

  await browser.post('/my/choices/none')

  expect(await standing()).toEqual(['register: membership'])
  expect(await read((tx) => tx.selectFrom('people.reachable').select('person_id').execute())).toEqual([])
  expect(await read((tx) => tx.selectFrom('people.publicly_named').select('person_id').execute())).toEqual([])
})

test('a supporter cannot choose to be named, by any form', async () => {
  const { browser, page } = await ruthsPage()
  await browser.post('/my/leaving', { stay: 'supporter' })

  const forged = await browser.post('/my/choices/public_list', { answer: 'yes' })

  expect(await page('/my/choices')).not.toContain('public list')
  expect(forged.status).toBe(422)
})

test('leaving asks nothing, ends every letter and every browser, says what stays, and is confirmed', async () => {
  const { browser, page, row, standing, letters, read, id } = await ruthsPage()

  const asked = await page('/my/leaving')
  const left = await browser.post('/my/leaving')
  const after = await browser.get('/my')

  expect(asked).toContain('Stay as a supporter')
  expect(asked).toContain('Our officers are asked from time to time')
  expect([left.headers.get('location'), after.headers.get('location')]).toEqual(['/my/left', '/sign-in'])
  expect((await row())['status']).toBe('left')
  expect(await standing()).toEqual(['register: membership'])
  expect(await read((tx) => tx.selectFrom('people.reachable').select('person_id').execute())).toEqual([])
  expect((await letters()).map(({ subject }) => subject)).toEqual(['You have left Fair Care'])
  expect((await read((tx) => memberships.history(tx, id))).at(-1)!.to).not.toBeNull()
})

test('a member stays as a supporter, by their own words, and is named nowhere', async () => {
  const { browser, row, standing } = await ruthsPage()

  const stayed = await browser.post('/my/leaving', { stay: 'supporter' })

  expect(stayed.headers.get('location')).toBe('/my')
  expect((await row())['kind']).toBe('supporter')
  expect((await standing()).toSorted()).toEqual(['newsletter: consent', 'register: explicit_consent'])
})

test('a supporter who leaves was held by their yes alone: that ends too', async () => {
  const { browser, standing } = await ruthsPage()
  await browser.post('/my/leaving', { stay: 'supporter' })

  await browser.post('/my/leaving')

  expect(await standing()).toEqual([])
})

test('somebody sees which officer opened their record, and when', async () => {
  const { group, id, page } = await ruthsPage()
  const context = installation.context(group)
  const before = await page('/my/readings')
  const nora = await anOfficer(context, { name: 'Nora Whitlock', role: 'membership' })
  const by = { kind: 'person', groupId: group.id, personId: nora.id, roles: new Set(['membership'] as const) } as const
  await installation.context(group, by).act((a) => readings.note(a, id))

  const after = await page('/my/readings')

  expect([before.includes('Nobody has opened your record'), after.includes('Nora Whitlock')]).toEqual([true, true])
})

test('everything held goes out as a page and as data, for them alone, and the journal says so', async () => {
  const { browser, group } = await ruthsPage()
  const ben = await aPerson(installation.context(group), { name: 'Ben Orme', email: 'ben@example.org' })

  const [html, json] = [await browser.get('/my/copy/everything.html'), await browser.get('/my/copy/everything.json')]
  const other = await (await signedInAs(installation, group, ben)).get('/my/copy/everything.json')

  for (const response of [html, json]) {
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="what-is-held-\d{4}-\d\d-\d\d\.(html|json)"$/,
    )
    expect(response.headers.get('cache-control')).toContain('no-store')
  }
  const held = (await json.json()) as { held: { what: string; value: string }[] }
  const page = await html.text()
  expect(held.held.map(({ what }) => what)).toContain('Newsletter')
  for (const { value } of held.held.filter(({ value: words }) => !/[“”’&]/.test(words))) expect(page).toContain(value)
  expect(await other.text()).not.toContain('Ruth')
  const { rows } = await installation.owner.query(
    `select count(*)::int as n from platform.journal where event = 'site.own_data_taken_out'`,
  )
  expect(rows).toEqual([{ n: 3 }])
})
