import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer, aPerson } from '../../people/factories.ts'
import { undo } from '../../platform/undo.ts'
import { anAuthor, aPage, aPost, aTerm } from '../factories.ts'
import { authors, entries, menus, terms } from '../index.ts'
import { erase, holds } from '../holdings.ts'

const installation = testInstallation()

async function anOffice() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const officer = await anOfficer(context, { role: 'chair', name: 'Olwen Hart' })
  return {
    group,
    context,
    officer,
    browser: await signedInAs(installation, group, officer),
    visitor: visitorOf(installation, group),
  }
}
type Office = Awaited<ReturnType<typeof anOffice>>

async function send(browser: Browser, path: string, fields: Record<string, string> = {}): Promise<void> {
  const response = await browser.post(path, fields)
  expect([response.status, await response.clone().text()]).toEqual([303, ''])
}

async function undoLast({ browser, context }: Office): Promise<void> {
  const flash = JSON.parse(Buffer.from(browser.cookies.get('flash') ?? '', 'base64url').toString()) as { undo: string }
  await context.act((act) => undo(act, flash.undo))
}

const termsOf = ({ context }: Office) =>
  context.read(async (tx) => (await terms.listAll(tx)).map(({ name, slug }) => `${name} ${slug}`))
const filedUnder = ({ context }: Office) =>
  context.read(async (tx) =>
    (
      await tx
        .selectFrom('publishing.entry_term')
        .select(['entry_id', 'term_id'])
        .orderBy('entry_id')
        .orderBy('term_id')
        .execute()
    ).map((row) => row),
  )

test('a category is added, renamed and found at both addresses', async () => {
  const office = await anOffice()
  await send(office.browser, '/office/terms', { taxonomy: 'category', name: 'Fair pay' })
  const [term] = await office.context.read((tx) => terms.listAll(tx))
  await aPost(office.context, { termIds: [term!.id] })

  await send(office.browser, `/office/terms/${term!.id}`, { name: 'Pay and conditions', slug: 'pay' })

  const old = await office.visitor.get('/category/fair-pay/')
  expect([old.status, old.headers.get('location')]).toEqual([301, '/category/pay/'])
  expect((await office.visitor.get('/category/pay/')).status).toBe(200)
  await undoLast(office)
  expect((await office.visitor.get('/category/fair-pay/')).status).toBe(200)
})

test('merged tags are one, with every text under it once, and undo parts them again', async () => {
  const office = await anOffice()
  const [one, two] = [
    await aTerm(office.context, { taxonomy: 'tag', name: 'carer' }),
    await aTerm(office.context, { taxonomy: 'tag', name: 'carers' }),
  ]
  await aPost(office.context, { termIds: [one.id, two.id] })
  const waiting = await aPost(office.context, { termIds: [one.id] })
  await office.context.act((act) =>
    entries.save(act, {
      id: waiting.id,
      basedOn: 1,
      title: waiting.title,
      body: { type: 'doc', content: [{ type: 'paragraph' }] },
      termIds: [one.id, two.id],
    }),
  )
  const before = await filedUnder(office)

  await send(office.browser, `/office/terms/${one.id}/merger`, { into: two.id })

  expect(await termsOf(office)).toEqual(['carers carers'])
  expect((await filedUnder(office)).map(({ term_id }) => term_id)).toEqual([two.id, two.id])
  expect((await office.visitor.get('/tag/carer/')).headers.get('location')).toBe('/tag/carers/')
  const staged = await office.context.read((tx) => entries.stagedDetails(tx, waiting.id))
  expect(staged?.termIds).toEqual([two.id])

  await undoLast(office)
  expect(await termsOf(office)).toEqual(['carer carer', 'carers carers'])
  expect(await filedUnder(office)).toEqual(before)
  expect((await office.visitor.get('/tag/carer/')).status).toBe(200)
})

test('a category cannot stand below itself, and merging it into one below keeps the shelf in order', async () => {
  const office = await anOffice()
  const upper = await aTerm(office.context, { name: 'Work' })
  const lower = await aTerm(office.context, { name: 'Pay', parentId: upper.id })

  const refused = await office.browser.post(`/office/terms/${upper.id}`, { name: 'Work', parent: lower.id })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('A category cannot stand below itself.')

  await send(office.browser, `/office/terms/${upper.id}/merger`, { into: lower.id })
  expect((await office.context.read((tx) => terms.find(tx, lower.id)))?.parentId).toBeNull()
  await undoLast(office)
  expect((await office.context.read((tx) => terms.find(tx, lower.id)))?.parentId).toBe(upper.id)
})

test('a name that is missing, or an ending that is taken, is said beside its field', async () => {
  const office = await anOffice()
  const term = await aTerm(office.context, { name: 'Work' })
  await aTerm(office.context, { name: 'Pay' })

  const missing = await office.browser.post('/office/terms', { taxonomy: 'tag', name: ' ', description: 'Kept words' })
  expect([missing.status, /Enter a name\.[\s\S]*Kept words/.test(await missing.text())]).toEqual([422, true])
  const taken = await office.browser.post(`/office/terms/${term.id}`, { name: 'Work', slug: 'pay' })
  expect([taken.status, (await taken.text()).includes('To put both together, merge them.')]).toEqual([422, true])
})

test('a term in use is not deleted', async () => {
  const office = await anOffice()
  const [used, unused] = [await aTerm(office.context), await aTerm(office.context)]
  await aPost(office.context, { termIds: [used.id] })

  expect((await office.browser.post(`/office/terms/${used.id}/removal`)).status).toBe(409)
  await send(office.browser, `/office/terms/${unused.id}/removal`)
  expect(await termsOf(office)).toHaveLength(1)
})

test('readers never see who stands behind a pen name', async () => {
  const office = await anOffice()
  await send(office.browser, '/office/authors', {
    name: 'A Night Nurse',
    penName: 'yes',
    person: office.officer.id,
    about: 'Works nights.',
  })
  const [author] = await office.context.read((tx) => authors.list(tx))
  const post = await aPost(office.context, { title: 'At three in the morning', authorId: author!.id })

  for (const path of [
    post.path,
    '/author/a-night-nurse/',
    '/posts',
    '/feed/',
    '/feed.json',
    '/sitemap.xml',
    '/search?q=morning',
  ]) {
    const page = await office.visitor.get(path)
    const text = await page.text()
    expect([path, page.status]).toEqual([path, 200])
    expect(text).not.toContain('Olwen')
    expect(text).not.toContain(office.officer.id)
  }
  expect(await (await office.browser.get('/office/authors')).text()).toContain('Olwen Hart')
})

test('a pen name is never chosen for its writer by itself', async () => {
  const office = await anOffice()
  await anAuthor(office.context, { name: 'A Night Nurse', penName: true, personId: office.officer.id })

  const editor = await (await office.browser.get('/office/posts/new')).text()

  expect(editor).toMatch(/<option value="me" selected[^>]*>My own name/)
})

test('an officer without a byline gets one in their own name by choosing it', async () => {
  const office = await anOffice()

  await send(office.browser, '/office/posts/new/publication', {
    basedOn: '0',
    title: 'A word',
    text: 'Words.',
    author: 'me',
  })
  await send(office.browser, '/office/posts/new/publication', {
    basedOn: '0',
    title: 'Another',
    text: 'Words.',
    author: 'me',
  })

  expect((await office.context.read((tx) => authors.list(tx))).map(({ name, slug }) => `${name} ${slug}`)).toEqual([
    'Olwen Hart olwen-hart',
  ])
})

test('merged authors are one, the old address leads to the new, and undo parts them', async () => {
  const office = await anOffice()
  const [one, two] = [
    await anAuthor(office.context, { name: 'O Hart' }),
    await anAuthor(office.context, { name: 'Olwen' }),
  ]
  const post = await aPost(office.context, { authorId: one.id })

  await send(office.browser, `/office/authors/${one.id}/merger`, { into: two.id })
  expect((await office.context.read((tx) => entries.findEntry(tx, post.id)))?.author_id).toBe(two.id)
  expect((await office.visitor.get('/author/o-hart/')).headers.get('location')).toBe('/author/olwen/')

  await undoLast(office)
  expect((await office.context.read((tx) => entries.findEntry(tx, post.id)))?.author_id).toBe(one.id)
  expect((await office.visitor.get('/author/o-hart/')).status).toBe(200)
})

test('erasing a person forgets who stood behind a byline, undo cannot bring it back', async () => {
  const office = await anOffice()
  const person = await aPerson(office.context, { name: 'Nia' })
  const author = await anAuthor(office.context, { name: 'A Night Nurse', penName: true, personId: person.id })
  await office.context.act((act) => authors.change(act, { id: author.id, about: 'Works in Leeds.' }))
  expect((await office.context.read((tx) => holds(tx, person.id))).map(({ value }) => value)).toEqual(['A Night Nurse'])

  await office.context.act((act) => erase(act, person.id, { dryRun: false, secret: installation.services.secret }))

  expect(await office.context.read((tx) => authors.find(tx, author.id))).toMatchObject({
    personId: null,
    about: '',
    name: 'A Night Nurse',
  })
  const kept = await office.context.read((tx) =>
    tx.selectFrom('platform.undo').select('before').where('table_name', '=', 'publishing.author').execute(),
  )
  expect(JSON.stringify(kept)).not.toContain(person.id)
})

test('the menu is built row by row without script, shown to readers, and undone', async () => {
  const office = await anOffice()
  const about = await aPage(office.context, { title: 'About us' })
  const row = (at: number, fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${at}`, value]))

  await send(office.browser, '/office/menu', { rows: '1', ...row(0, { target: `entry:${about.id}` }), do: 'save' })
  await send(office.browser, '/office/menu', {
    rows: '2',
    ...row(0, { label: 'About us', target: `entry:${about.id}`, level: '0' }),
    ...row(1, { label: 'Elsewhere', target: 'link', href: 'https://example.org/', level: '0' }),
    do: 'up:1',
  })

  expect((await office.context.read(menus.read)).map(({ label }) => label)).toEqual(['Elsewhere', 'About us'])
  expect(await (await office.visitor.get('/posts')).text()).toMatch(/example\.org[\s\S]*about-us/)
  await undoLast(office)
  expect((await office.context.read(menus.read)).map(({ label }) => label)).toEqual(['About us'])
})

test('a menu with items below each other is undone whole', async () => {
  const office = await anOffice()
  const about = await aPage(office.context, { title: 'About us' })
  const target = { kind: 'entry', entryId: about.id } as const
  const tree = [
    { label: 'A', level: 0, target },
    { label: 'B', level: 1, target },
    { label: 'C', level: 0, target },
  ] as const
  await office.context.act((act) => menus.save(act, tree))
  await send(office.browser, '/office/menu', { rows: '0', do: 'save' })
  expect(await office.context.read(menus.read)).toEqual([])

  await undoLast(office)

  expect(await office.context.read(menus.read)).toEqual(tree)
})

test('a menu item that leads nowhere safe, or to another group, is refused with everything kept', async () => {
  const [mine, theirs] = [await anOffice(), await anOffice()]
  const page = await aPage(theirs.context)

  const unsafe = await mine.browser.post('/office/menu', {
    rows: '1',
    'label-0': 'Press me',
    'target-0': 'link',
    'href-0': 'javascript:alert(1)',
    do: 'save',
  })
  expect([unsafe.status, (await unsafe.text()).includes('value="Press me"')]).toEqual([422, true])
  const foreign = await mine.browser.post('/office/menu', {
    rows: '1',
    'label-0': 'Theirs',
    'target-0': `entry:${page.id}`,
    do: 'save',
  })
  expect(foreign.status).toBe(422)
  expect(await mine.context.read(menus.read)).toEqual([])
})
