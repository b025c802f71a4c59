import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { anOfficer } from '../people/factories.ts'
import { stillThere } from './undoRoutes.tsx'

const installation = testInstallation()

async function aChair() {
  const group = await aGroup(installation)
  const chair = await anOfficer(installation.context(group))
  return { group, browser: await signedInAs(installation, group, chair), origin: `http://${group.slug}.localhost` }
}

async function toast(browser: Browser, response: Response): Promise<{ page: string; act: string | undefined }> {
  const page = await (await browser.follow(response)).text()
  return { page, act: /name="act" value="([^"]+)"/.exec(page)?.[1] }
}

test('undoing leads back to the page one came from, and can be undone in turn', async () => {
  const { browser, origin } = await aChair()
  const saved = await browser.post('/office/settings/about', { about: 'Words.' })
  const { act } = await toast(browser, saved)

  const undone = await browser.post('/office/undo', { act: act! }, { referer: `${origin}/office/settings?x=1` })
  const again = await toast(browser, undone)
  await browser.post('/office/undo', { act: again.act! })

  expect(undone.headers.get('location')).toBe('/office/settings?x=1')
  expect(again.page).toContain('Undone.')
  expect(await (await browser.get('/office/settings')).text()).toContain('Words.')
})

test.each(['https://evil.example/office', '//evil.example/', 'not an address', ''])(
  'a page elsewhere (%s) is not led back to',
  async (referer) => {
    const { browser } = await aChair()

    const response = await browser.post('/office/undo', { act: randomUUID() }, { referer })

    expect(response.headers.get('location')).toBe('/office')
  },
)

test('an officer cannot take back what another did, but the chair can', async () => {
  const { group, browser } = await aChair()
  const context = installation.context(group)
  const editor = await signedInAs(installation, group, await anOfficer(context, { role: 'editor' }))
  const treasurer = await signedInAs(installation, group, await anOfficer(context, { role: 'treasurer' }))
  const { act } = await toast(editor, await editor.post('/office/settings/about', { about: 'The editor’s words.' }))

  const refused = await toast(treasurer, await treasurer.post('/office/undo', { act: act! }))
  const undone = await toast(browser, await browser.post('/office/undo', { act: act! }))

  expect(refused.page).toContain('Somebody else did this.')
  expect(undone.page).toContain('Undone.')
})

test('what nobody did cannot be undone, and the page says so', async () => {
  const { browser } = await aChair()

  const unknown = await toast(browser, await browser.post('/office/undo', { act: randomUUID() }))
  const nonsense = await toast(browser, await browser.post('/office/undo', { act: "'; drop table" }))

  expect(unknown.page).toContain('This can no longer be undone.')
  expect(nonsense.page).toContain('This can no longer be undone.')
})

test('another group’s act is out of reach', async () => {
  const [ours, theirs] = [await aChair(), await aChair()]
  const { act } = await toast(theirs.browser, await theirs.browser.post('/office/settings/about', { about: 'Theirs.' }))

  const refused = await toast(ours.browser, await ours.browser.post('/office/undo', { act: act! }))

  expect(refused.page).toContain('This can no longer be undone.')
  expect(await (await theirs.browser.get('/office/settings')).text()).toContain('Theirs.')
})

test('a visitor undoes nothing', async () => {
  const { group, browser } = await aChair()
  const { act } = await toast(browser, await browser.post('/office/settings/about', { about: 'Ours.' }))

  const response = await visitorOf(installation, group).post('/office/undo', { act: act! })

  expect(response.headers.get('location')).toBe('/sign-in')
  expect(await (await browser.get('/office/settings')).text()).toContain('Ours.')
})

test('when the record of the page goes, the list it stood in is shown', () => {
  const id = randomUUID()

  expect(stillThere(`/office/posts/${id}/versions?page=2`, [id])).toBe('/office/posts')
  expect(stillThere('/office/posts', [id])).toBe('/office/posts')
})
