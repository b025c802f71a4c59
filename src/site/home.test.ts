import { expect, test } from 'vitest'
import { visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { writeSetting } from '../platform/settings.ts'
import { aboutSetting } from '../publishing/index.ts'
import { aPost, aTerm, aText } from '../publishing/factories.ts'

const installation = testInstallation()

test('a group with nothing yet has a page that says its name and what will come', async () => {
  const group = await aGroup(installation, { name: 'Fair Care Forum' })

  const response = await visitorOf(installation, group).get('/')
  const page = await response.text()

  expect(response.status).toBe(200)
  expect(page).toContain('<h1>Fair Care Forum</h1>')
  expect(page).toContain('This website has just begun')
  expect(page).toContain('class="btn join" href="/join"')
  expect(page).not.toContain('undefined')
})

test('without settings the group’s own words and latest posts stand there', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  await context.act((act) => writeSetting(act, aboutSetting, 'We look after hedges.'))
  const term = await aTerm(context, { name: 'Hedges' })
  for (const title of ['First', 'Second', 'Third', 'Fourth'])
    await aPost(context, { title, termIds: [term.id], body: aText('What hedges do.') })

  const page = await (await visitorOf(installation, group).get('/')).text()

  expect(page).toContain('We look after hedges.')
  expect(page).toContain('Hedges')
  expect(page).toContain('What hedges do.')
  expect(page.match(/<article/g)).toHaveLength(3)
  expect(page).toContain('href="/posts"')
})

test('no script runs on the home page, and no style stands in it', async () => {
  const group = await aGroup(installation)
  await aPost(installation.context(group))

  const page = await (await visitorOf(installation, group).get('/')).text()

  expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/)
  expect(page).not.toContain(' style=')
})

test('the home page may be kept for everybody', async () => {
  const group = await aGroup(installation)

  const response = await visitorOf(installation, group).get('/')

  expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(response.headers.get('set-cookie')).toBeNull()
})
