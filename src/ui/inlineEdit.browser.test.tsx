import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../../test/chromium.ts'
import { assetsFolder } from './assets.ts'
import { Field } from './Field.tsx'
import { fairCareOffice } from './gallery/sampleGroup.tsx'
import { InlineEdit } from './InlineEdit.tsx'
import { OfficeLayout } from './OfficeLayout.tsx'
import { SelectField } from './SelectField.tsx'

const ORIGIN = 'http://group.localhost:1'
let browser: Browser
let context: BrowserContext
let sent: string[] = []
let saved = { state: 'current', name: 'Ann' }

beforeAll(async () => void (browser = await openChromium()))
afterAll(() => browser?.close())
afterEach(() => context.close())

const states = [
  { value: 'current', label: 'Current' },
  { value: 'lapsed', label: 'Lapsed' },
]
const Register = () => (
  <OfficeLayout office={fairCareOffice} path="/office/people" head={{ title: 'People' }} toast={null}>
    <h1>People</h1>
    <p>Ann Price is {saved.state}.</p>
    <InlineEdit shown={saved.state} purpose="change the state of Ann Price" action="/office/people/1/state">
      <SelectField name="state" label="State" options={states} value={saved.state} />
    </InlineEdit>
    <InlineEdit shown={saved.name} purpose="change the name of Ann Price" action="/office/people/1/state">
      <Field name="name" label="Name" value={saved.name} />
    </InlineEdit>
  </OfficeLayout>
)

/** An office of one page, whose changes are answered as everywhere: by a redirect to it. */
async function anOffice({ javaScriptEnabled = true } = {}): Promise<Page> {
  sent = []
  saved = { state: 'current', name: 'Ann' }
  context = await browser.newContext({ javaScriptEnabled })
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/assets/')) {
      const path = join(assetsFolder(), pathname.includes('/fonts/') ? 'fonts' : '', basename(pathname))
      return route.fulfill({ body: readFileSync(path), contentType: typeOf(path) })
    }
    if (route.request().method() === 'POST') {
      sent.push(route.request().postData() ?? '')
      saved = { ...saved, ...Object.fromEntries(new URLSearchParams(sent.at(-1))) }
    }
    return route.fulfill({ body: String(<Register />), contentType: 'text/html; charset=utf-8' })
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${ORIGIN}/office/people`)
  return page
}
const typeOf = (path: string) =>
  path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'font/woff2'

test('with script, choosing another value saves it, and nobody needs to press anything', async () => {
  const page = await anOffice()
  await page.locator('summary', { hasText: 'change the state of Ann Price' }).click()

  expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
  await page.getByLabel('State').selectOption('lapsed')

  await page.getByText('Ann Price is lapsed.').waitFor()
  expect(sent).toEqual(['state=lapsed'])
})

test('Enter in a field saves once', async () => {
  const page = await anOffice()
  await page.locator('summary', { hasText: 'change the name of Ann Price' }).click()

  await page.getByLabel('Name').fill('Anna')
  await page.getByLabel('Name').press('Enter')

  await page.locator('summary').getByText('Anna').waitFor()
  expect(sent).toEqual(['name=Anna'])
})

test('without script there is a Save button', async () => {
  const page = await anOffice({ javaScriptEnabled: false })
  await page.locator('summary', { hasText: 'change the state of Ann Price' }).click()

  await page.getByLabel('State').selectOption('lapsed')
  await page.getByRole('button', { name: 'Save' }).first().click()

  await page.getByText('Ann Price is lapsed.').waitFor()
  expect(sent).toEqual(['state=lapsed'])
})
