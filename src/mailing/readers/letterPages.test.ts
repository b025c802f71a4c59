import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { createApp } from '../../app.tsx'
import { anOfficer, aPerson, aReader } from '../../people/factories.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { PageCache } from '../../platform/pageCache.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { makeSetUp } from '../../site/index.ts'
import { aDecidedLetter } from '../factories.ts'
import { sendLetter } from '../sending/sendLetter.ts'

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
const ASK = '11111111-1111-4111-8111-111111111111'
const blocks = [
  { id: '33333333-3333-4333-8333-333333333333', kind: 'greeting', words: 'Dear {name},' },
  { id: ASK, kind: 'ask', question: 'Shall we meet in Shrewsbury?', explanation: '' },
  { id: '22222222-2222-4222-8222-222222222222', kind: 'button', label: 'Read the paper', href: '/our-paper' },
] as const

/** A letter that goes out `ago` days before today. */
async function aLetterOnTheWeb(slug: string, { shown = 'public', kind = 'newsletter', ago = 0 } = {}) {
  const id = await aDecidedLetter(context, {
    kind: kind as 'newsletter' | 'notice',
    subject: `About ${slug}`,
    preview: 'In short.',
    blocks,
  })
  await ask(
    `update mailing.letter set slug = $2, shown = $3, send_at = send_at - make_interval(days => $4) where id = $1`,
    [id, slug, shown, ago],
  )
  return id
}
const send = (id: string) => sendLetter(context, id)
const html = async (path: string, by = someone) => (await by.get(path)).text()
async function aMember() {
  const person = await aPerson(context)
  await ask(`update people.person set kind = 'member' where id = $1`, [person.id])
  return signedInAs(installation, group, person)
}

test('a group without letters says what will stand there', async () => {
  expect(await html('/letters')).toContain('No letters here yet')
  expect(await html('/sitemap.xml')).not.toContain('/letters')
})

test('a letter stands on the website once it goes out, with nothing of any reader in it', async () => {
  const ann = await aReader(context, { name: 'Ann Price' })
  await aLetterOnTheWeb('a-draft')
  await ask(`update mailing.letter set state = 'draft', send_at = null`)
  await send(await aLetterOnTheWeb('may', { ago: 30 }))
  const june = await aLetterOnTheWeb('june')
  expect((await someone.get('/letters/june')).status).toBe(404)
  await send(june)

  const [list, page, sitemap] = [await html('/letters'), await html('/letters/june'), await html('/sitemap.xml')]

  expect([...list.matchAll(/<h2><a href="\/letters\/(\w+)"/g)].map(([, slug]) => slug)).toEqual(['june', 'may'])
  for (const words of [
    'About june',
    'In short.',
    'Dear reader',
    'Shall we meet in Shrewsbury?',
    'href="/our-paper"',
    'rel="prev"',
  ])
    expect(page).toContain(words)
  for (const theirs of ['Ann', ann.email!, '/letters/unsubscribe/', '/letters/answers/', '/letters/preferences/', '{{'])
    expect(page).not.toContain(theirs)
  expect(sitemap).toContain('/letters/june</loc>')
  expect((await someone.get('/letters/a-draft')).status).toBe(404)
})

test('every page leads to the letters once a visitor can read one, and not before', async () => {
  const foot = async () => (await html('/search')).split('<footer')[1]!
  await send(await aLetterOnTheWeb('inside', { shown: 'members' }))
  expect(await foot()).not.toContain('/letters')

  await send(await aLetterOnTheWeb('open'))
  expect(await foot()).toContain('<a href="/letters">Our letters</a>')

  await ask(`update mailing.letter set shown = 'no'`)
  await ask('update platform.group set content_version = content_version + 1')
  await installation.services.groups.load()
  expect(await foot()).not.toContain('/letters')
})

test('the feed is Atom with whole addresses, and has nothing that is for members or not for the web', async () => {
  await send(await aLetterOnTheWeb('open'))
  await send(await aLetterOnTheWeb('inside', { shown: 'members' }))
  await send(await aLetterOnTheWeb('away', { shown: 'no' }))
  await send(await aLetterOnTheWeb('called', { kind: 'notice' }))

  const answer = await someone.get('/letters/feed')
  const xml = await answer.text()

  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect([...xml.matchAll(/<entry[\s>]/g)]).toHaveLength(1)
  expect(xml).toContain(`<title>About open</title>`)
  expect(xml).toContain(`href=&quot;http://${group.slug}.localhost/our-paper&quot;`)
  for (const hidden of ['inside', 'away', 'called']) expect(xml + (await html('/sitemap.xml'))).not.toContain(hidden)
})

test('a letter for members is there for members: a visitor is asked to sign in, a supporter is told', async () => {
  await send(await aLetterOnTheWeb('open', { ago: 1 }))
  await send(await aLetterOnTheWeb('inside', { shown: 'members' }))
  await send(await aLetterOnTheWeb('away', { shown: 'no' }))
  const member = await aMember()
  const supporter = await signedInAs(installation, group, await aPerson(context))
  const officer = await signedInAs(installation, group, await anOfficer(context, { role: 'editor' }))

  const visited = await someone.get('/letters/inside')
  expect([visited.status, (await visited.text()).includes('href="/sign-in"')]).toEqual([403, true])
  expect((await supporter.get('/letters/inside')).status).toBe(403)
  for (const by of [someone, supporter]) {
    expect(await html('/letters', by)).not.toContain('inside')
    expect(await html('/letters/open', by)).not.toContain('inside')
  }
  for (const by of [member, officer]) {
    expect(await html('/letters', by)).toContain('inside')
    expect(await html('/letters/open', by)).toContain('href="/letters/inside"')
    expect(await html('/letters/inside', by)).toContain('Shall we meet in Shrewsbury?')
    expect((await by.get('/letters/away')).status).toBe(404)
  }
})

test('what is for members is never kept for others; what is for all is, until a letter changes it', async () => {
  const inside = await aLetterOnTheWeb('inside', { shown: 'members' })
  await send(await aLetterOnTheWeb('open', { ago: 1 }))
  await send(inside)
  const member = await aMember()
  const cache = new PageCache(installation.services.groups)
  const app = createApp({ services: installation.services, setUp: makeSetUp(installation.services), cache })
  const host = `${group.slug}.localhost`
  const get = (path: string, by?: Browser) =>
    app.request(`http://${host}${path}`, {
      headers: { host, ...(by && { cookie: [...by.cookies].map((pair) => pair.join('=')).join('; ') }) },
    })

  const kept = await get('/letters/inside', member)
  await get('/letters', member)
  await get('/letters/inside')
  expect([kept.status, kept.headers.get('cache-control'), cache.size.pages]).toEqual([200, 'private, no-store', 0])
  await get('/letters')
  await get('/letters/open')
  expect(cache.size.pages).toBe(2)

  const version = () => installation.services.groups.byId(group.id)!.contentVersion
  const before = version()
  const next = await aLetterOnTheWeb('next')
  expect(version()).toBe(before)
  await send(next)
  expect(version()).toBe(before + 1)
})

test('whoever is signed in and got the letter answers its questions from its page', async () => {
  const ann = await aReader(context)
  await send(await aLetterOnTheWeb('open'))

  const page = await html('/letters/open', await signedInAs(installation, group, ann))

  const [, link] = /href="(\/letters\/answers\/[^"]+)"/.exec(page)!
  expect(await html(link!)).toContain('Shall we meet in Shrewsbury?')
})
