import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aWebServer, type WebServer } from '../../../test/aWebServer.ts'
import { openChromium } from '../../../test/chromium.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { aDesk, nothingFound, walkPage } from '../../../test/pageWalk.ts'
import { addVirtualDevice } from '../../../test/virtualDevice.ts'
import { doWaiting } from '../../../test/waitingJobs.ts'
import { theHost } from '../../platform/actor.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { anOfficer, aSecondFactor } from '../factories.ts'
import type { Person } from '../persons.ts'
import { answerSignIn } from '../signInAnswers.ts'
import { hostLink } from '../signIns.ts'

const installation = testInstallation()
let browser: Browser
let server: WebServer
let context: BrowserContext
let page: Page
let cdp: CDPSession
let group: KnownGroup
let ada: Person
let origin: string

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
  ada = await anOfficer(installation.context(group), { name: 'Ada', email: 'ada@example.org' })
  origin = `http://${group.slug}.localhost:${server.port}`
  context = await browser.newContext()
  page = await context.newPage()
  cdp = await context.newCDPSession(page)
  return () => context.close()
})
async function signInByHostLink(): Promise<void> {
  const link = await installation.context(group, theHost(group.id)).act((act) => hostLink(act, { person: ada, origin }))
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${origin}/office`)
}
async function addPasskey(): Promise<void> {
  await page.goto(`${origin}/my/security`)
  await page.getByLabel('Name').fill('Test device')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey “Test device” is added.').waitFor()
}
const signOut = () => context.clearCookies()

test('in a real browser a passkey is made, and signs in without a letter', async () => {
  await addVirtualDevice(cdp)
  await signInByHostLink()
  await addPasskey()
  await signOut()

  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${origin}/office`)

  await page.goto(`${origin}/my/security`)
  expect(await page.getByText('Last used on').count()).toBe(1)
  expect(await page.getByText('Chrome on').count()).toBeGreaterThan(0)
})

test('a browser without any passkey says so, and the letter is still there', async () => {
  await addVirtualDevice(cdp)
  await page.goto(`${origin}/sign-in`)

  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()

  await page.getByRole('alert').filter({ hasText: 'No passkey was used.' }).waitFor()
  await page.getByLabel('Email address').fill('ada@example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.waitForURL(`${origin}/sign-in/code`)
})

test('the same device is not added twice', async () => {
  await addVirtualDevice(cdp)
  await signInByHostLink()
  await addPasskey()

  await page.getByRole('button', { name: 'Add a passkey' }).click()

  await page.getByText('This device has a passkey for this website already.').waitFor()
})

test('after the letter the passkey is the second step, and its page keeps nobody out', async () => {
  await addVirtualDevice(cdp)
  await signInByHostLink()
  await addPasskey()
  await signOut()
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('Email address').fill('ada@example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Six-digit code').waitFor()
  await doWaiting(installation, group, answerSignIn)
  const { rows } = await installation.owner.query(
    `select body from platform.letter where subject like '% is your code%' order by id desc limit 1`,
  )
  await page.getByLabel('Six-digit code').fill(/\b\d{6}\b/.exec(rows[0].body)![0])
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${origin}/sign-in/second-step`)
  const found = await walked(['/sign-in/second-step', '/sign-in/recovery'])

  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await page.waitForURL(`${origin}/office`)

  expect(found).toEqual(nothingFound())
}, 240_000)

/** Pages that a stranger is led away from, looked at as everybody meets them, by whoever is at the second step here. */
async function walked(paths: readonly string[]) {
  await aSecondFactor(installation.context(group), ada)
  const found = nothingFound()
  const desk = await aDesk(browser)
  await desk.sit(await context.cookies())
  for (const path of paths) await walkPage(desk, origin + path, { found })
  await desk.close()
  return found
}
