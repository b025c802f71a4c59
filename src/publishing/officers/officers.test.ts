import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import { people } from '../../people/index.ts'

const installation = testInstallation()
const html = async (browser: Browser, path: string) => (await browser.get(path)).text()

async function aGroupWithOfficers() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const [ada, ben] = [
    await anOfficer(context, { name: 'Ada Fenn', role: 'chair' }),
    await anOfficer(context, { name: 'Ben Orme', role: 'treasurer' }),
  ]
  return {
    group,
    context,
    ada: await signedInAs(installation, group, ada),
    ben: await signedInAs(installation, group, ben),
    adaId: ada.id,
    benId: ben.id,
    visitor: visitorOf(installation, group),
  }
}
const agree = (browser: Browser) => browser.post('/my/officer-page/consent', { agree: 'yes' })
const write = (browser: Browser, biography: string) => browser.post('/my/officer-page', { biography })

test('only officers who said yes are named, with their offices and their own words', async () => {
  const { ada, ben, visitor } = await aGroupWithOfficers()
  await write(ben, 'Ben counts.\n\nTwice.')

  expect(await html(visitor, '/officers')).toContain('Nobody is named here')
  await agree(ben)

  const page = await html(visitor, '/officers')
  expect(page).toContain('<h2>Ben Orme</h2><p class="meta">Treasurer</p><p>Ben counts.</p><p>Twice.</p>')
  expect(page).not.toContain('Ada Fenn')
  const office = await html(ada, '/office/officers')
  expect(office.match(/On the website/g)).toHaveLength(1)
})

test('the yes is kept with the exact words shown, and shown to its giver', async () => {
  const { group, ada, context, adaId } = await aGroupWithOfficers()
  const asked = /<label class="check"[^>]*>.*?<span>(Yes, .*?)<\/span>/.exec(await html(ada, '/my/officer-page'))?.[1]

  await agree(ada)
  await agree(ada)

  const rows = await context.read((tx) =>
    tx
      .selectFrom('people.basis as b')
      .innerJoin('people.wording as w', 'w.id', 'b.wording_id')
      .select(['b.person_id', 'w.words', 'b.until_at'])
      .where('b.purpose', '=', 'officer_page')
      .execute(),
  )
  expect(rows).toEqual([{ person_id: adaId, words: asked, until_at: null }])
  expect(asked).toContain(group.name)
  expect(await html(ada, '/my')).toContain('Being shown as an officer on the website')
})

test('a yes is never given by an empty form', async () => {
  const { ada, visitor } = await aGroupWithOfficers()

  const answer = await ada.post('/my/officer-page/consent', {})

  expect([answer.status, (await answer.text()).includes('Tick this if you want to be shown.')]).toEqual([422, true])
  expect(await html(visitor, '/officers')).not.toContain('Ada Fenn')
})

test('a yes taken back and an office ended both make the kept pages stale at once', async () => {
  const { group, context, ada, ben, visitor } = await aGroupWithOfficers()
  const version = () => installation.services.groups.byId(group.id)!.contentVersion
  await agree(ada)
  await agree(ben)
  expect(await html(visitor, '/officers')).toContain('Ben Orme')

  const before = version()
  await ada.post('/my/officer-page/consent/withdrawal')
  expect(version()).toBeGreaterThan(before)
  expect(await html(visitor, '/officers')).not.toContain('Ada Fenn')

  const between = version()
  const office = await context.read((tx) =>
    tx.selectFrom('people.role_held').select('id').where('role', '=', 'treasurer').executeTakeFirstOrThrow(),
  )
  await ada.post(`/office/officers/${office.id}/end`)
  expect(version()).toBeGreaterThan(between)
  expect(await html(visitor, '/officers')).toContain('Nobody is named here')
})

test('a picture is shown without what the camera wrote into it, and is gone with the yes', async () => {
  const { ada, visitor } = await aGroupWithOfficers()
  const bytes = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#1a7b56' } })
    .withExif({ IFD0: { Copyright: 'Somewhere at home' } })
    .jpeg()
    .toBuffer()
  await ada.post('/my/officer-page', {
    biography: 'Ada chairs.',
    photo: new File([new Uint8Array(bytes)], 'ada.jpg', { type: 'image/jpeg' }),
  })
  await agree(ada)

  const src = /<img src="(\/officers\/photos\/[0-9a-f]{64})"/.exec(await html(visitor, '/officers'))![1]!
  const photo = await visitor.get(src)
  const sent = Buffer.from(await photo.arrayBuffer())
  expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await sharp(sent).metadata()).width).toBe(320)
  expect(sent.includes('Somewhere at home')).toBe(false)

  await ada.post('/my/officer-page/consent/withdrawal')
  expect((await visitor.get(src)).status).toBe(404)
})

test('what is no picture and what is too long comes back with the reason and the words', async () => {
  const { ada } = await aGroupWithOfficers()
  const noPicture = new File(['<svg onload=alert(1)>'], 'ada.svg', { type: 'image/svg+xml' })

  const refused = await ada.post('/my/officer-page', { biography: 'Ada chairs.', photo: noPicture })
  const long = await write(ada, 'x'.repeat(3001))

  expect([refused.status, long.status]).toEqual([422, 422])
  const page = await refused.text()
  expect(page).toContain('This is not a picture we can show.')
  expect(page).toContain('Ada chairs.')
})

test('nobody writes for another: visitors are led to sign in, and each sees only their own', async () => {
  const { ada, ben, visitor } = await aGroupWithOfficers()
  await write(ben, 'Ben counts.')

  expect(await html(ada, '/my/officer-page')).not.toContain('Ben counts.')
  for (const path of ['/my/officer-page', '/my/officer-page/consent', '/my/officer-page/consent/withdrawal'])
    expect((await visitor.post(path, { agree: 'yes', biography: 'x' })).headers.get('location')).toBe('/sign-in')
})

test('what is held names it, and erasing takes it all away', async () => {
  const { context, ben, benId, visitor } = await aGroupWithOfficers()
  await write(ben, 'Ben counts.')
  await agree(ben)
  const held = await context.read((tx) => people.holds!(tx, benId))
  expect(held.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['Words and picture as an officer', 'Being shown as an officer on the website']),
  )

  await context.act((act) => people.erase!(act, benId, { dryRun: false, secret: installation.services.secret }))

  expect(await html(visitor, '/officers')).toContain('Nobody is named here')
  const left = await context.read((tx) => people.holds!(tx, benId))
  expect(JSON.stringify(left)).not.toContain('Ben counts.')
})
