import { expect, test } from 'vitest'
import { signedInAs } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { anOfficer } from '../people/factories.ts'
import { aPost, aText } from '../publishing/factories.ts'

const installation = testInstallation()

async function anOffice() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  return { context, browser: await signedInAs(installation, group, await anOfficer(context)) }
}

test('the office search finds texts, with the words sought marked', async () => {
  const { context, browser } = await anOffice()
  await aPost(context, { title: 'About hedges', body: aText('A hawthorn flowers in May.') })

  const page = await (await browser.get('/office/search?q=hawthorn')).text()

  expect(page).toContain('About hedges')
  expect(page).toMatch(/<mark>hawthorn<\/mark>/)
})

test('it offers what can be begun and where one can go', async () => {
  const { browser } = await anOffice()

  const write = await (await browser.get('/office/search?q=write+a+post')).text()
  const go = await (await browser.get('/office/search?q=settings')).text()

  expect(write).toContain('New post')
  expect(go).toContain('Go to settings')
})

test('nobody is offered what they may not do', async () => {
  const group = await aGroup(installation)
  const treasurer = await anOfficer(installation.context(group), { role: 'treasurer' })

  const page = await (await (await signedInAs(installation, group, treasurer)).get('/office/search?q=settings')).text()

  expect(page).not.toContain('Go to settings')
})

test('words that are found nowhere, odd words and no words are answered kindly', async () => {
  const { browser } = await anOffice()

  for (const q of ['xylophone', "'; drop table --", '%', '<script>', 'x'.repeat(5000), '']) {
    const response = await browser.get(`/office/search?q=${encodeURIComponent(q)}`)

    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('<script>')
  }
  expect(await (await browser.get('/office/search?q=xylophone')).text()).toContain('Nothing found')
})
