import { expect, test } from 'vitest'
import { signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { smtpServer } from '../../../test/smtpServer.ts'
import { anOfficer, aPerson } from '../../people/factories.ts'
import { aComment, aPost, aText } from '../../publishing/factories.ts'
import { entries } from '../../publishing/index.ts'
import { blockKinds } from '../blocks/block.ts'
import { findLetter } from './letter.ts'
import { testCopyJob } from './testCopies.ts'

const installation = testInstallation()
const unescaped = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

async function anEditor(begin: 'drafted' | 'empty' = 'empty') {
  const group = await aGroup(installation, { name: 'Fair Care' })
  const context = installation.context(group)
  const editor = await anOfficer(context, { name: 'Eda Wells', role: 'editor' })
  const browser = await signedInAs(installation, group, editor)
  const start = async (begins = begin) => {
    const made = await browser.post('/office/letters/new', { kind: 'newsletter', subject: 'December', begin: begins })
    return made.headers.get('location')!
  }
  const letterAt = (home: string) => context.read((tx) => findLetter(tx, home.split('/').at(-1)!))
  const page = async (path: string) => (await browser.get(path)).text()
  return { group, context, editor, browser, start, letterAt, page }
}

test('an editor begins a letter, adds a part of each kind, changes, moves and takes out, and each can be undone', async () => {
  const { browser, start, letterAt, page } = await anEditor()
  const home = await start()
  const fields: Record<string, Record<string, string>> = {
    greeting: { words: 'Hello {name}' },
    text: { text: '## Rain\n\nNine days of it.' },
    story: { title: 'A plan', href: '/plan', summary: 'What it says' },
    event: { title: 'Winter meeting', day: '2026-12-03', place: 'Shrewsbury' },
    figure: { value: '3,914', label: 'names' },
    question: { asked: 'How many?', answer: 'Nobody counts.' },
    ask: { question: 'Will you come?' },
    button: { label: 'Read it', href: 'https://other.example/' },
    divider: {},
  }

  for (const kind of blockKinds) {
    expect(await page(`${home}/blocks/new?kind=${kind}`)).toContain('Add to the letter')
    expect((await browser.post(`${home}/blocks/new`, { kind, ...fields[kind] })).status).toBe(303)
  }

  const { blocks } = await letterAt(home)
  expect(blocks.map(({ kind }) => kind)).toEqual(['greeting', ...blockKinds])
  const shown = await page(home)
  for (const words of [
    'Hello {name}',
    'Nine days of it.',
    'Winter meeting',
    '3,914',
    'Nobody counts.',
    'Will you come?',
  ])
    expect(shown).toContain(words)

  const event = blocks.find(({ kind }) => kind === 'event')!
  await browser.post(`${home}/blocks/${event.id}/move`, { way: 'up' })
  expect((await letterAt(home)).blocks.findIndex(({ id }) => id === event.id)).toBe(3)
  const gone = await browser.post(`${home}/blocks/${event.id}/removal`)
  expect((await letterAt(home)).blocks.some(({ id }) => id === event.id)).toBe(false)
  const undo = /name="act" value="([^"]+)"/.exec(await (await browser.follow(gone)).text())![1]!
  await browser.post('/office/undo', { act: undo })
  expect((await letterAt(home)).blocks.some(({ id }) => id === event.id)).toBe(true)
})

test('a part that somebody else changed meanwhile is not written over; what was typed comes back, and can be saved then', async () => {
  const { browser, start, letterAt, page } = await anEditor()
  const home = await start()
  const [greeting] = (await letterAt(home)).blocks
  const at = `${home}/blocks/${greeting!.id}`
  const was = unescaped(/name="was" value="([^"]*)"/.exec(await page(at))![1]!)
  await browser.post(at, { kind: 'greeting', was, words: 'Good day' })

  const late = await browser.post(at, { kind: 'greeting', was, words: 'Hello there' })
  const shown = await late.text()

  expect(late.status).toBe(409)
  expect(shown).toContain('Somebody changed this part')
  expect(shown).toContain('value="Hello there"')
  const now = unescaped(/name="was" value="([^"]*)"/.exec(shown)![1]!)
  await browser.post(at, { kind: 'greeting', was: now, words: 'Hello there' })
  expect((await letterAt(home)).blocks[0]).toMatchObject({ words: 'Hello there' })
})

test.each<[string, Record<string, string>, string]>([
  ['greeting', { words: ' ' }, 'Enter a greeting'],
  ['text', { text: '   ' }, 'Enter the words'],
  ['text', { document: '{"type":"script"}' }, 'cannot be read'],
  ['story', { summary: 'Kept' }, 'Choose a post, or enter a title.'],
  ['event', { title: 'Meeting', day: '2026-02-30' }, 'Enter the day'],
  ['button', { label: 'Press', href: 'javascript:alert(1)' }, 'Begin the address with https://'],
])('a %s with %j is refused in a sentence, and nothing is lost', async (kind, fields, sentence) => {
  const { browser, start, letterAt } = await anEditor()
  const home = await start()

  const refused = await browser.post(`${home}/blocks/new`, { kind, ...fields })
  const shown = await refused.text()

  expect(refused.status).toBe(422)
  expect(shown).toContain(sentence)
  expect(shown).toContain('<title>Error:')
  for (const typed of ['Kept', 'Meeting', 'Press'].filter((word) => Object.values(fields).includes(word)))
    expect(shown).toContain(typed)
  expect((await letterAt(home)).blocks).toHaveLength(1)
})

test('who may read a letter on the website is chosen; everybody is no choice for a notice, which is for members', async () => {
  const { browser, letterAt, page } = await anEditor()
  const fields = { subject: 'Come on Thursday', preview: '' }
  const begun = await browser.post('/office/letters/new', { kind: 'notice', subject: 'Come', begin: 'empty' })
  const home = begun.headers.get('location')!

  expect(await page(home)).toContain('value="members" checked')
  expect(await page(home)).not.toContain('value="public"')
  const refused = await browser.post(home, { ...fields, shown: 'public' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('A notice is for members')
  await browser.post(home, { ...fields, shown: 'no' })

  expect(await letterAt(home)).toMatchObject({ subject: 'Come on Thursday', shown: 'no' })
})

test('a draft is made of what happened since the last newsletter, and its stories follow their posts', async () => {
  const { context, start, letterAt, page, browser } = await anEditor('drafted')
  const post = await aPost(context, { title: 'The river is back', published: true })
  for (let n = 0; n < 5; n++) await aComment(context, { entryId: post.id, status: 'approved' })

  const home = await start()

  expect((await letterAt(home)).blocks.map(({ kind }) => kind)).toEqual(['greeting', 'text', 'story', 'text', 'figure'])
  const shown = unescaped(await page(`${home}/shown`))
  expect(shown).toContain('The river is back')
  expect(shown).toContain('comments on our website')
  await context.act(async (act) => {
    await entries.save(act, { id: post.id, basedOn: 1, title: 'The river has left again', body: aText('It was here.') })
    await entries.publish(act, { id: post.id })
  })
  expect(await page(`${home}/shown`)).toContain('The river has left again')
  expect((await browser.post(`${home}/drafting`)).status).toBe(303)
})

test('a letter is shown in a frame that runs nothing, and in the frame no picture when none is wanted', async () => {
  const { browser, start, page } = await anEditor()
  const home = await start()
  const frame = await browser.get(`${home}/shown?as=bare`)

  expect(frame.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*img-src 'none'.*frame-ancestors 'self'/,
  )
  expect(await frame.text()).toContain('Dear Ann Reader')
  expect(await page(`${home}/look?as=plain`)).toContain('FAIR CARE')
  expect(await page(`${home}/look?as=dark`)).toMatch(/<iframe[^>]*sandbox=""/)
})

test('a test goes to the editor alone, once, by the mail server', async () => {
  const { browser, start, context, editor } = await anEditor()
  const server = await smtpServer()
  const home = await start()
  await browser.post(`${home}/test`)
  const { rows } = await installation.owner.query<{ id: string }>(
    'select id from mailing.test_copy where person_id = $1',
    [editor.id],
  )
  const services = {
    ...context.services,
    config: { ...context.services.config, smtpUrl: server.url, mailFrom: 'office@fair.example' },
  }

  await testCopyJob.run({ ...context, services }, { copy: rows[0]!.id })
  await testCopyJob.run({ ...context, services }, { copy: rows[0]!.id }) // the worker does a job again whose end it did not see
  await server.close()

  expect(server.envelopes.map(({ to }) => to)).toEqual([editor.email])
  expect(server.messages[0]).toContain('Subject: Test: December')
})

test('who holds no such office sees no letter, and what was decided is not changed', async () => {
  const { group, context, browser, start, letterAt } = await anEditor()
  const home = await start()
  const treasurer = await signedInAs(installation, group, await anOfficer(context, { role: 'treasurer' }))
  const member = await signedInAs(installation, group, await aPerson(context))

  for (const path of [
    '/office/letters/new',
    home,
    `${home}/look`,
    `${home}/shown`,
    `${home}/checks`,
    `${home}/blocks/new`,
  ]) {
    expect((await treasurer.get(path)).status).toBe(403)
    expect([403, 404, 303, 302]).toContain((await member.get(path)).status)
  }
  await installation.owner.query(
    `update mailing.letter set state = 'scheduled', send_at = now(), html = 'x', plain = 'x' where id = $1`,
    [home.split('/').at(-1)],
  )
  const [greeting] = (await letterAt(home)).blocks
  for (const [path, form] of [
    [home, { subject: 'Other', shown: 'no' }],
    [`${home}/drafting`, {}],
    [`${home}/blocks/new`, { kind: 'divider' }],
    [`${home}/blocks/${greeting!.id}/removal`, {}],
  ] as const)
    expect((await browser.post(path, form)).status).toBe(409)
})
