import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { anOfficer } from '../people/factories.ts'
import type { KnownGroup } from '../platform/groups.ts'
import type { Role } from '../platform/roles.ts'
import { aPage } from '../publishing/factories.ts'

const installation = testInstallation()

async function anEditor(role: Role = 'editor'): Promise<{ group: KnownGroup; editor: Browser; visitor: Browser }> {
  const group = await aGroup(installation)
  const person = await anOfficer(installation.context(group), { role })
  return { group, editor: await signedInAs(installation, group, person), visitor: visitorOf(installation, group) }
}

/** Presses Undo on the page a change leads to. */
async function undo(browser: Browser, change: Response): Promise<Response> {
  const page = await (await browser.follow(change)).text()
  const act = /name="act" value="([^"]+)"/.exec(page)?.[1]
  if (!act) throw new Error('The page offers no undo.')
  return browser.post('/office/undo', { act }, { referer: 'http://somewhere.else/office' })
}

test('a saved headline stands on the home page, its phrase in the group’s colour', async () => {
  const { editor, visitor } = await anEditor()

  const saved = await editor.post('/office/settings/hero', {
    headline: 'Nobody should wait for care',
    stress: 'wait for care',
    lede: 'We check the facts.',
    button1_label: 'Join',
    button1_href: '/join',
  })
  const home = await (await visitor.get('/')).text()

  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/office/settings#hero'])
  expect(home).toContain('Nobody should <em>wait for care</em>')
  expect(home).toContain('href="/join"')
})

test.each([
  ['hero', { headline: 'Short', stress: 'not in it' }, 'Copy this phrase from the headline', 'not in it'],
  ['hero', { button1_label: 'Join', button1_href: '' }, 'Say where “Join” leads.', 'Join'],
  ['hero', { button1_label: 'Run', button1_href: 'javascript:alert(1)' }, 'begins with https:// or with /', 'Run'],
  ['facts', { figure1: '47 days', words1: '' }, 'Say what “47 days” is.', '47 days'],
  ['quote', { quote_words: 'Well said', quote_name: '' }, 'Say whose words these are.', 'Well said'],
  ['notice', { notice: '', notice_label: 'Read on', notice_href: '/x' }, 'Enter the notice', 'Read on'],
  ['joining', { join_page: 'elsewhere', join_address: '' }, 'Enter the address where people join.', 'elsewhere'],
  ['look', { look_name: 'Ours', look_colour: 'own', look_hue: '400' }, 'whole number from 0 to 359', '400'],
  ['look', { look_name: 'x'.repeat(121), look_colour: 'ink' }, 'under 120 letters', 'xxxx'],
  ['footer', { column1: 'Us', links1: 'nonsense' }, 'We could not read “nonsense”', 'nonsense'],
  ['front-page', { front_page: 'not-an-id' }, 'Choose a page from the list.', 'First page'],
])(
  'the %s section refuses what cannot be, in words, and keeps what was typed',
  async (...[section, fields, words, typed]) => {
    const { editor, visitor } = await anEditor()
    const before = await (await visitor.get('/')).text()

    const refused = await editor.post(`/office/settings/${section}`, fields)
    const page = await refused.text()

    expect(refused.status).toBe(422)
    expect(page).toContain('<title>Error: ')
    expect(page).toContain(words)
    expect(page).toContain(typed)
    expect(await (await visitor.get('/')).text()).toBe(before)
  },
)

test('a new name and colour are on the next page, and undo brings the old ones back', async () => {
  const { group, editor, visitor } = await anEditor()
  const { groups } = installation.services

  const change = await editor.post('/office/settings/look', { look_name: 'Better Name', look_colour: 'claret' })
  const renamed = await (await visitor.get('/')).text()
  const undone = await undo(editor, change)

  expect(renamed).toContain('<title>Better Name</title>')
  expect(undone.status).toBe(303)
  expect(groups.byId(group.id)).toMatchObject({ name: group.name, hue: group.hue })
  expect(await (await visitor.get('/')).text()).toContain(`<title>${group.name}</title>`)
})

test('a changed name empties the page cache of the group', async () => {
  const { group, editor } = await anEditor()

  await editor.post('/office/settings/look', { look_name: 'Better Name', look_colour: 'ink' })

  expect(installation.services.groups.byId(group.id)!.contentVersion).toBeGreaterThan(group.contentVersion)
})

test('an own hue is kept and shown again', async () => {
  const { group, editor } = await anEditor()

  await editor.post('/office/settings/look', { look_name: group.name, look_colour: 'own', look_hue: '77' })
  const page = await (await editor.get('/office/settings')).text()

  expect(installation.services.groups.byId(group.id)).toMatchObject({ hue: 77 })
  expect(page).toMatch(/value="own" checked/)
  expect(page).toContain('value="77"')
})

test('a change that was changed again is not undone, and says so', async () => {
  const { editor, visitor } = await anEditor()
  const first = await editor.post('/office/settings/about', { about: 'First words.' })
  const page = await (await editor.follow(first)).text()
  const act = /name="act" value="([^"]+)"/.exec(page)![1]!
  await editor.post('/office/settings/about', { about: 'Second words.' })

  const refused = await editor.post('/office/undo', { act })
  const told = await (await editor.follow(refused)).text()

  expect(told).toContain('This was changed again since, so it cannot be undone.')
  expect(await (await visitor.get('/')).text()).toContain('Second words.')
})

test('a page chosen as the first page stands at the address of the website', async () => {
  const { group, editor, visitor } = await anEditor()
  const page = await aPage(installation.context(group), { title: 'Read this first' })

  await editor.post('/office/settings/front-page', { front_page: page.id })

  expect(await (await visitor.get('/')).text()).toContain('Read this first')
})

test('a page of the group can be where people join; the button and the band lead there', async () => {
  const { group, editor, visitor } = await anEditor()
  const page = await aPage(installation.context(group), { title: 'Become a member' })
  expect(await (await editor.get('/office/settings')).text()).toContain(`value="${page.path}"`)

  await editor.post('/office/settings/joining', {
    join_open: 'yes',
    join_kinds: ['member', 'supporter'],
    join_page: page.path,
    join_label: 'Come in',
    join_title: 'You too',
  })
  const home = await (await visitor.get('/')).text()

  expect(home.split(`href="${page.path}"`).length).toBeGreaterThan(2)
  expect(home).toContain('You too')
})

test('links at the foot are typed one a line', async () => {
  const { editor, visitor } = await anEditor()

  await editor.post('/office/settings/footer', {
    column1: 'Our work',
    links1: 'Our promises /promises\nA friend https://example.org/x',
  })
  const home = await (await visitor.get('/')).text()
  const again = await (await editor.get('/office/settings')).text()

  expect(home).toContain('<a href="/promises">Our promises</a>')
  expect(again).toContain('Our promises /promises\nA friend https://example.org/x')
})

test.each([
  ['treasurer', 403],
  ['membership', 403],
  ['secretary', 200],
  ['vice_chair', 200],
] as const)('a %s who opens the settings gets %i', async (role, status) => {
  const { editor } = await anEditor(role)

  expect((await editor.get('/office/settings')).status).toBe(status)
  if (status === 403) expect((await editor.post('/office/settings/about', { about: 'Mine' })).status).toBe(403)
})

test('there is no such part of the settings', async () => {
  const { editor } = await anEditor()

  expect((await editor.post('/office/settings/nowhere', {})).status).toBe(404)
})
