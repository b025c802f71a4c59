import { expect, test } from 'vitest'
import { type Browser, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import * as topics from '../topics.ts'
import { sweep } from './applications.ts'
import { answersOf, fillIn, fillInWith, lettersAfterJobs, linkIn } from './factories.ts'
import { mixedDomain } from './rules.ts'

const installation = testInstallation()

async function somebody() {
  const group = await aGroup(installation, { name: 'Fair Care', slug: 'care' })
  const context = installation.context(group)
  const visitor = visitorOf(installation, group)
  const stored = async () =>
    (await installation.owner.query<Record<string, unknown>>('select * from people.application')).rows
  return { ...context, group, visitor, stored }
}
/** Answers the pages before one. */
async function upTo(browser: Browser, page: string, given = {}): Promise<void> {
  for (const [name, fields] of Object.entries(answersOf(given))) {
    if (name === page) return
    await browser.post(name === 'kind' ? '/join' : `/join/${name}`, fields)
  }
}

test('nobody gets past a question by its address, and the back button shows what was answered', async () => {
  const { visitor } = await somebody()

  const early = await visitor.get('/join/name')
  await upTo(visitor, 'email')
  const ahead = [
    await visitor.get('/join/check'),
    await visitor.get('/join/choices'),
    await visitor.get('/join/interests'),
  ]
  const back = await (await visitor.get('/join/name')).text()

  expect(early.headers.get('location')).toBe('/join')
  expect(ahead.map(({ headers }) => headers.get('location'))).toEqual(['/join/email', '/join/email', '/join/email'])
  expect(back).toContain('value="Ruth Amory"')
})

test('from the check each answer can be changed, and the change leads back to it', async () => {
  const { visitor, act } = await somebody()
  const tests = await act((a) => topics.addOrFind(a, 'interest', 'Water testing'))
  await upTo(visitor, 'check', { interests: { interests: [tests, 'nonsense'] } })
  await visitor.post('/join/interests', { interests: [tests, 'nonsense'] })
  await visitor.post('/join/choices', { yes: ['newsletter'] })

  const check = await (await visitor.get('/join/check')).text()
  const changed = await visitor.post('/join/name', { name: 'Ruth  Amory-Bell ' })
  const after = await (await visitor.follow(changed)).text()

  for (const words of [
    'Ruth Amory',
    'ruth@example.org',
    'SY1 1AA',
    'Shrewsbury',
    'Shropshire',
    'Water testing',
    'Newsletter',
    'a member',
  ])
    expect(check).toContain(words)
  expect(check).toContain('href="/join/name"')
  expect(changed.headers.get('location')).toBe('/join/check')
  expect(after).toContain('Ruth Amory-Bell')
})

test.each([
  ['kind', {}, 'Choose whether'],
  ['kind', { kind: 'chair' }, 'Choose whether'],
  ['name', { name: ' \u202e ' }, 'Enter your name.'],
  ['name', { name: 'x'.repeat(301) }, 'Keep the name under 301 letters.'],
  ['email', { email: 'nowhere' }, 'Enter an email address in the right format'],
  ['email', { email: 'ruth@exаmple.org' }, 'mixes Latin letters with “а” of another alphabet'],
  ['postcode', { postcode: '' }, 'Enter your postcode, or tick'],
  ['postcode', { postcode: 'Shrewsbury' }, 'This is not a whole UK postcode.'],
  ['postcode', { postcode: 'x'.repeat(41) }, 'Keep the postcode under 41 characters.'],
  ['hats', { union: 'x'.repeat(201) }, 'Keep this under 201 characters.'],
  ['check', {}, 'Tick the box to say that you agree.'],
] as const)(
  'on the page “%s” what is missing or wrong is said with 422, and what was typed comes back',
  async (page, fields, sentence) => {
    const { visitor } = await somebody()
    await upTo(visitor, page)

    const response = await visitor.post(page === 'kind' ? '/join' : `/join/${page}`, fields)
    const html = await response.text()

    expect([response.status, html.includes('<title>Error: ')]).toEqual([422, true])
    expect(html).toContain(sentence)
    const [typed] = Object.values(fields)
    if (typed && typed !== 'chair' && !typed.includes('\u202e')) expect(html).toContain(`value="${typed}"`)
  },
)

test.each(['Ж', 'Sukarno', '李小龍', 'Ngũgĩ wa Thiong’o', 'x'.repeat(300)])(
  'a person may be called %s',
  async (name) => {
    const { visitor, stored } = await somebody()
    await upTo(visitor, 'name')

    const response = await visitor.post('/join/name', { name })

    expect(response.headers.get('location')).toBe('/join/email')
    expect((await stored())[0]!['answers']).toMatchObject({ name })
  },
)

test('an address in two alphabets is taken when its holder says so', async () => {
  const { visitor } = await somebody()
  await upTo(visitor, 'email')

  const sure = await visitor.post('/join/email', { email: 'ruth@exаmple.org', sure: 'yes' })

  expect(sure.headers.get('location')).toBe('/join/postcode')
})

test.each([
  ['ruth@example.org', null],
  ['rüth@bücher.example', null],
  ['ruth@пример.рф', null],
  ['ruth@exаmple.org', 'exаmple.org'],
  ['ruth@xn--exmple-4nf.org', 'exаmple.org'],
])('the domain of %s: %s', (email, domain) => {
  expect(mixedDomain(email)).toBe(domain)
})

test.each([
  ['LL20 7SG', 'near a border', ['Clwyd East', 'Wrexham', 'Denbighshire'], { council: 'W06000006' }],
  [
    'BT1 5GS',
    'Northern Ireland are not in our open data',
    ['Belfast South and Mid Down'],
    { constituency: 'N05000003' },
  ],
  ['SY98 1AA', 'We do not know this postcode', ['Aberafan Maesteg', 'York Outer'], {}],
  ['BFPO 12', 'A forces address', ['Aberafan Maesteg'], {}],
])('who lives at %s is asked for the places, and may leave them open', async (...[postcode, note, offered, chosen]) => {
  const { visitor, stored } = await somebody()
  await upTo(visitor, 'postcode')

  const asked = await visitor.follow(await visitor.post('/join/postcode', { postcode }))
  const page = await asked.text()
  const next = await visitor.post('/join/places', chosen)

  for (const words of [note, ...offered, 'mySociety', 'Open Government Licence']) expect(page).toContain(words)
  expect(next.headers.get('location')).toBe('/join/occupation')
  const { answers } = (await stored())[0] as { answers: Record<string, unknown> }
  expect(answers).toMatchObject(chosen)
})

test('who has no postcode goes on without', async () => {
  const { visitor } = await somebody()
  await upTo(visitor, 'postcode')

  const next = await visitor.post('/join/postcode', { postcode: '', without: 'yes' })

  expect(next.headers.get('location')).toBe('/join/occupation')
})

test('nothing that was typed stands in an address, and only a hash of the cookie is kept', async () => {
  const { visitor, stored } = await somebody()
  const sent = await fillInWith(visitor)

  const token = visitor.cookies.get('join')
  const [row] = await stored()

  expect([sent.headers.get('location'), token]).toEqual(['/join/sent', undefined])
  expect(String(row!['browser_hash'])).toMatch(/^[\w-]{43}$/)
  expect((await visitor.get('/join/check')).headers.get('location')).toBe('/join')
})

test('what is not sent is gone after a day, and what nobody confirmed after seven', async () => {
  const { group, act, visitor, stored } = await somebody()
  await upTo(visitor, 'postcode')
  await fillIn(installation, group)
  const [letter] = await lettersAfterJobs(installation, group)
  const later = (interval: string) =>
    installation.owner.query(
      `update people.application set begun_at = begun_at - $1::interval, sent_at = sent_at - $1::interval`,
      [interval],
    )

  await later('23 hours')
  await act(sweep)
  const young = await stored()
  await later('2 hours')
  const gone = await visitor.get('/join/name')
  await act(sweep)
  const unconfirmed = await stored()
  await later('6 days')
  const late = await visitor.post(linkIn(letter!))
  const told = await visitor.follow(late)
  await act(sweep)

  expect([young.length, unconfirmed.length, (await stored()).length]).toEqual([2, 1, 0])
  expect(gone.headers.get('location')).toBe('/join')
  expect([told.status, (await told.text()).includes('This link no longer works')]).toEqual([410, true])
  expect((await installation.owner.query('select from people.person')).rowCount).toBe(0)
})

test('a program that fills in the hidden field gets the usual answer, and nothing is sent', async () => {
  const { visitor, group } = await somebody()
  await upTo(visitor, 'check')

  const sent = await visitor.post('/join/check', { agree: 'yes', topic: 'buy' })

  expect(sent.headers.get('location')).toBe('/join/sent')
  expect(await lettersAfterJobs(installation, group)).toEqual([])
})

test('nobody’s mailbox is filled by our letters, whoever asks', async () => {
  const { group } = await somebody()
  const seen: number[] = []

  for (let n = 0; n < 5; n++) seen.push((await fillIn(installation, group)).sent.status)

  expect(seen).toEqual([303, 303, 303, 303, 429])
  expect(await lettersAfterJobs(installation, group)).toHaveLength(4)
})
