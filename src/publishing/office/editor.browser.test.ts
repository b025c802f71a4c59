import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aWebServer, type WebServer } from '../../../test/aWebServer.ts'
import { openChromium } from '../../../test/chromium.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { axeTrouble } from '../../../test/pageWalk.ts'
import { anOfficer } from '../../people/factories.ts'
import { sessions, SESSION_COOKIE } from '../../people/index.ts'
import type { KnownGroup } from '../../platform/groups.ts'

const installation = testInstallation()
/** As Word for Windows puts it on the clipboard, shortened. */
const FROM_WORD = readFileSync(new URL('fromWord.html', import.meta.url), 'utf8')

let browser: Browser
let server: WebServer
let context: BrowserContext
let page: Page
let group: KnownGroup
let origin: string
let complaints: string[]

beforeAll(async () => {
  browser = await openChromium()
  server = await aWebServer(installation.services)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
  const ada = await anOfficer(installation.context(group), { name: 'Ada', role: 'editor' })
  origin = `http://${group.slug}.localhost:${server.port}`
  const token = await installation
    .context(group)
    .act((act) => sessions.start(act, { personId: ada.id, secondFactor: null }))
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: origin }])
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  complaints = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('pageerror', (error) => void complaints.push(error.message))
  return () => context.close()
})

const text = () => page.getByRole('textbox', { name: 'Text', exact: true })
const button = (name: string) => page.getByRole('button', { name, exact: true })
/** The sentence that stands on the page a change leads to. */
const said = (sentence: string) => page.locator('.toast').getByText(sentence).waitFor()

/** The clipboard of another program; browsers let no script put Word's own markup there. */
const paste = (html: string, plain = '') =>
  text().evaluate(
    (element, copied) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', copied.html)
      clipboardData.setData('text/plain', copied.plain)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { html, plain },
  )

test('an officer writes a post by keyboard, pastes from Word and publishes it, and a reader sees it', async () => {
  await page.goto(`${origin}/office/posts/new`)
  await page.getByLabel('Title').fill('Assessed in 28 days')
  await text().focus()
  const { keyboard } = page

  await keyboard.press('Control+Alt+2')
  await keyboard.type('What is wrong')
  await keyboard.press('Enter')
  await keyboard.type('Some wait ')
  await keyboard.press('Control+b')
  await keyboard.type('three months')
  await keyboard.press('Control+b')
  await keyboard.type(', say ')
  await keyboard.press('Control+k')
  await keyboard.type('javascript:alert(1)')
  await keyboard.press('Enter')
  await page.getByText('Enter an address like').waitFor()
  await page.getByLabel('Address of the link').fill('https://example.org/figures')
  await keyboard.press('Enter')
  await keyboard.type('.')
  await keyboard.press('Enter')
  await keyboard.type('- Nobody counts')
  await keyboard.press('Enter')
  await keyboard.type('Nobody asks')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await paste(FROM_WORD)
  await page.getByText('Write the request down').waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Alt+F10')
  for (let step = 0; step < 9; step++) await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  for (const words of ['Year', 'Days', 'Councils', '2025', '74', '152']) {
    await keyboard.type(words)
    await keyboard.press('Tab')
  }
  await button('Remove row').click()
  expect(await axeTrouble(page, 1280)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await axeTrouble(page, 390)).toEqual([])
  await button('Save draft').click()
  await said('Saved.')
  await button('Publish the post').click()
  await said('It is on the website.')

  const { rows } = await installation.owner.query('select path from publishing.address')
  const reader = await browser.newPage()
  await reader.goto(origin + rows[0].path)
  const read = await reader
    .locator('.prose')
    .first()
    .evaluate((element) => element.innerHTML.replace(/\s+/g, ' '))
  await reader.close()
  for (const words of READ) expect(read).toContain(words)
  expect(complaints).toEqual([])
})

test('whoever likes plain text better goes there and back, and the browser asks before unsaved words are left', async () => {
  await page.goto(`${origin}/office/posts/new`)
  await page.getByLabel('Title').fill('Two ways')
  await text().pressSequentially('## Why')
  await text().press('Enter')
  await text().pressSequentially('Because')

  await button('Write in plain text').click()
  const source = page.locator('textarea[name=text]')
  await source.waitFor()
  expect(await source.inputValue()).toBe('## Why\n\nBecause')
  await source.fill('## Why\n\nBecause of **this**')
  await button('Write with tools').click()
  await text().getByText('Because of this').waitFor()
  expect(await text().locator('strong').textContent()).toBe('this')

  const asked = page.waitForEvent('dialog')
  await Promise.all([page.getByRole('link', { name: 'Authors' }).click(), asked.then((dialog) => dialog.dismiss())])
  expect(page.url()).toBe(`${origin}/office/posts/new`)
  await button('Save draft').click()
  await said('Saved.')
  expect(await text().locator('h2').textContent()).toBe('Why')
  expect(complaints).toEqual([])
})

test('words that were sent and never arrived are there again, and those that arrived are not offered', async () => {
  await page.goto(`${origin}/office/posts/new`)
  await page.getByLabel('Title').fill('Lost and found')
  await text().pressSequentially('An hour of work')
  await context.setOffline(true)
  await button('Save draft')
    .click()
    .catch(() => undefined)
  await context.setOffline(false)

  await page.goto(`${origin}/office/posts/new`)
  await button('Put them back').click()
  expect(await text().textContent()).toBe('An hour of work')
  await page.getByLabel('Title').fill('Lost and found')
  await button('Save draft').click()
  await said('Saved.')

  await page.goto(`${origin}/office/posts/new`)
  await text().waitFor()
  expect(await button('Put them back').count()).toBe(0)
})

test('a refused form gives back what was written with the tools, and its summary leads there', async () => {
  await page.goto(`${origin}/office/posts/new`)
  await page.route('**/office/posts/new', (route) => {
    const sent = route.request()
    const body = sent.postData()?.replace('"paragraph"', '"script"')
    return route.continue(sent.method() === 'POST' && body ? { postData: body } : {})
  })
  await page.getByLabel('Title').fill('Sent in pieces')
  await text().pressSequentially('Words that matter')

  await button('Save draft').click()

  await page.getByRole('link', { name: 'The text arrived in a form that cannot be read' }).click()
  expect(await text().evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await text().textContent()).toBe('Words that matter')
  expect(await text().getAttribute('aria-invalid')).toBe('true')
})

test('what is typed over several cells leaves the table whole, and a limit is told in words', async () => {
  await page.goto(`${origin}/gallery`)
  const paper = page.getByRole('textbox', { name: 'Text of the paper' })
  await paper.locator('th').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')

  await page.keyboard.type('x')

  expect(await paper.locator('tr').evaluateAll((rows) => rows.map((row) => row.childElementCount))).toEqual([3, 3])
  await paper.locator('p').first().click()
  await page.keyboard.type('More words. ')
  const island = page.locator('bb-editor').filter({ has: paper })
  await island.getByText(/^\d+ words too many\.$/).waitFor()
  expect(await island.locator('.meter-words').textContent()).toMatch(/^\d+ of 40 words$/)
  expect(complaints).toEqual([])
})

/** What readers get of it: the officer's own words, and Word's without its colours, signs and local picture. */
const READ = [
  '>What is wrong</h2>',
  '<p>Some wait <strong>three months</strong>, say <a href="https://example.org/figures" rel="noopener">https://example.org/figures</a>.</p>',
  '<ul> <li>Nobody counts</li> <li>Nobody asks</li> </ul>',
  '>What we would do</h2>',
  '<ol> <li>Write the request down<ul> <li>with its <strong>date</strong></li> </ul> </li> <li>Answer in 28 days</li> </ol> <p>Councils agree.</p>',
  '<th scope="col">Year</th>',
  '<td>152</td>',
]
