import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer, aReader } from '../../people/factories.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { aDecidedLetter, linkOf } from '../factories.ts'
import { erase, holds } from '../holdings.ts'
import { sendLetter } from '../sending/sendLetter.ts'
import { byArea, NOWHERE, takesAnswers } from './askRules.ts'

const installation = testInstallation()
let group: KnownGroup
let context: GroupContext
let someone: Browser

beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
  context = installation.context(group)
  someone = visitorOf(installation, group)
})

const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(text, values)).rows
const kept = () => ask('select says, words from mailing.answer order by answered_at')

const [VOTE, DAY] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const blocks = [
  { id: VOTE, kind: 'ask', question: 'Shall we meet in Shrewsbury?', explanation: 'In May.' },
  { id: DAY, kind: 'ask', question: 'Which day suits you?', explanation: '' },
] as const

async function anAskingLetter(...names: string[]) {
  const readers = []
  for (const name of names) readers.push(await aReader(context, { name, email: `${name.toLowerCase()}@example.org` }))
  const letter = await aDecidedLetter(context, { blocks })
  await sendLetter(context, letter)
  const links = []
  for (const { id } of readers) links.push(await linkOf(context, { letter, reader: id, purpose: 'answers' }))
  return { letter, readers, links, link: links[0]!, home: `/office/letters/${letter}/answers` }
}
const say = (link: string, says: string, words = '') => someone.post(`${link}/${VOTE}`, { says, words })

test('opening a link, by its reader or a hundred scanners, chooses an answer and keeps none', async () => {
  const { link } = await anAskingLetter('Ann')

  const [page] = await Promise.all(
    Array.from({ length: 100 }, (_, n) => someone.get(`${link}?ask=${VOTE}&say=${n % 2 ? 'no' : 'yes'}`)),
  )

  const html = await page!.text()
  for (const words of [
    'Shall we meet in Shrewsbury?',
    'In May.',
    'Which day suits you?',
    'value="yes" checked',
    'noindex',
  ])
    expect(html).toContain(words)
  expect(html).not.toContain('Ann')
  expect(await kept()).toEqual([])
})

test('an answer is kept once for each reader and question, and a later one takes its place', async () => {
  const { link } = await anAskingLetter('Ann')

  const first = await say(link, 'yes', 'Only by train.')
  await say(link, 'no')
  await someone.post(`${link}/${DAY}`, { words: '  Any\n Saturday ' })

  expect([first.status, someone.cookies.size]).toEqual([303, 0])
  const thanks = await (await someone.follow(first)).text()
  for (const words of ['Thank you', 'Which day suits you?']) expect(thanks).toContain(words)
  expect(thanks).not.toContain('Shall we meet in Shrewsbury?')
  expect(await kept()).toEqual([
    { says: 'no', words: '' },
    { says: null, words: 'Any Saturday' },
  ])
})

test('nothing said, or too much, is told with 422 and what was typed stays', async () => {
  const { link } = await anAskingLetter('Ann')

  const nothing = await say(link, 'perhaps')
  const long = await say(link, 'yes', 'x'.repeat(501))

  expect([nothing.status, long.status]).toEqual([422, 422])
  expect(await nothing.text()).toContain('Choose yes or no, or write a few words.')
  const html = await long.text()
  for (const words of ['Keep your words under 501 characters.', 'xxx', 'value="yes" checked'])
    expect(html).toContain(words)
  expect((await someone.post(`${link}/33333333-3333-4333-8333-333333333333`, { says: 'yes' })).status).toBe(404)
  expect((await someone.post(`${link.replace('answers', 'unsubscribe')}/${VOTE}`)).status).toBe(404)
  expect(await kept()).toEqual([])
})

test('after sixty days, a closing or an erasure the link says that it is closed', async () => {
  const { letter, link, links, readers } = await anAskingLetter('Ann', 'Ben')
  await say(link, 'yes', 'Gladly.')
  await say(links[1]!, 'no')
  const closed = async (which = link) => {
    const [page, answer] = [await someone.get(which), await say(which, 'no')]
    expect([page.status, answer.status]).toEqual([410, 410])
    expect(await page.text()).toContain('This is closed')
  }

  expect(await context.read((tx) => holds(tx, readers[0]!.id))).toContainEqual({
    what: 'What you answered to our letters',
    value: 'News of the month: Shall we meet in Shrewsbury? yes, “Gladly.”',
    why: 'You told us, to count what people say',
  })
  await context.act((act) => erase(act, readers[0]!.id, { dryRun: false, secret: installation.services.secret }))
  await closed()
  await ask(`update mailing.letter set send_at = send_at - interval '60 days' where id = $1`, [letter])
  await closed(links[1])

  expect(await kept()).toEqual([{ says: 'no', words: '' }])
})

test('the editor sees how many and from where, in words and as a file, and no name', async () => {
  const { links, home, readers } = await anAskingLetter('Ann', 'Ben')
  await ask(`update people.person set region = 'E12000005' where id = $1`, [readers[0]!.id])
  await say(links[0]!, 'yes', '=Gladly')
  await say(links[1]!, 'no')
  const editor = await signedInAs(installation, group, {
    ...(await anOfficer(context, { role: 'editor' })),
    strongly: true,
  })

  const page = await (await editor.get(home)).text()
  const file = await (await editor.get(`${home}.csv`)).text()
  const words = await (await editor.get(home.replace('answers', 'words.csv'))).text()

  for (const shown of ['1 yes, 1 no, 1 in words', 'West Midlands', NOWHERE, '=Gladly']) expect(page).toContain(shown)
  for (const hidden of ['Ann', 'Ben', readers[0]!.id]) expect(page + file + words).not.toContain(hidden)
  expect(file).toContain('Shall we meet in Shrewsbury?,West Midlands,,1,0,1')
  expect(words).toContain(`West Midlands,yes,'=Gladly`)
})

test('the secretary sees who answered after a second factor, closes the questions, and takes that back', async () => {
  const { link, home, readers } = await anAskingLetter('Ann')
  await say(link, 'yes')
  const secretary = await anOfficer(context, { role: 'secretary' })
  const weakly = await signedInAs(installation, group, secretary)
  const strongly = await signedInAs(installation, group, { ...secretary, strongly: true })

  const [weak, page] = [await (await weakly.get(home)).text(), await (await strongly.get(home)).text()]
  expect([weak.includes('Ann'), weak.includes('/my/security')]).toEqual([false, true])
  expect(page).toContain(`<a href="/office/register/${readers[0]!.id}">Ann</a>`)

  const closing = await strongly.post(`${home}/closing`, { to: 'closed' })
  expect(await (await strongly.follow(closing)).text()).toContain('No more answers are taken.')
  expect((await someone.get(link)).status).toBe(410)
  await strongly.post(`${home}/closing`, { to: 'open' })
  expect((await someone.get(link)).status).toBe(200)
})

test('no one else sees the answers', async () => {
  const { home } = await anAskingLetter('Ann')
  const treasurer = await signedInAs(installation, group, {
    ...(await anOfficer(context, { role: 'treasurer' })),
    strongly: true,
  })

  expect((await someone.get(home)).headers.get('location')).toBe('/sign-in')
  for (const answer of [
    await treasurer.get(home),
    await treasurer.get(`${home}.csv`),
    await treasurer.post(`${home}/closing`, { to: 'closed' }),
  ])
    expect(answer.status).toBe(403)
})

test('of somebody whose two records became one, only the later answer counts', async () => {
  const { links, home, readers } = await anAskingLetter('Ann', 'Twin')
  await say(links[0]!, 'yes')
  await say(links[1]!, 'no')
  await ask(`update people.person set merged_into = $1, email = null where id = $2`, [readers[0]!.id, readers[1]!.id])
  const editor = await signedInAs(installation, group, await anOfficer(context, { role: 'editor' }))

  expect(await (await editor.get(home)).text()).toContain('0 yes, 1 no, 0 in words')
})

const from = (region: string | null, council: string | null, count: number) =>
  Array.from({ length: count }, () => ({ says: 'yes' as const, words: '', region, council }))

test('a council is told apart only when enough answered from there', () => {
  const answers = [...from('Wales', 'Powys', 5), ...from('Wales', 'Gwynedd', 4), ...from(null, null, 1)]

  expect(byArea(answers).map(({ area, within, yes }) => [area, within, yes])).toEqual([
    ['Wales', null, 9],
    ['Powys', 'Wales', 5],
    [NOWHERE, null, 1],
  ])
})

test.each([
  ['2026-11-01T00:00:00Z', null, '2026-12-30T23:59:59Z', true],
  ['2026-11-01T00:00:00Z', null, '2026-12-31T00:00:00Z', false],
  ['2026-11-01T00:00:00Z', '2026-11-05T00:00:00Z', '2026-11-05T00:00:00Z', false],
])('sent at %s and closed at %s, at %s answers are taken: %s', (...[sent, closed, at, takes]) => {
  const asking = { sentAt: new Date(sent), closedAt: closed === null ? null : new Date(closed) }

  expect(takesAnswers(asking, new Date(at))).toBe(takes)
})
