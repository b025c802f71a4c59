import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openChromium } from '../../../test/chromium.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { nothingFound, walkPage } from '../../../test/pageWalk.ts'
import { theHost } from '../../platform/actor.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { PageCache } from '../../platform/pageCache.ts'
import { makeSetUp } from '../../site/index.ts'
import { webServer } from '../../webServer.ts'
import { anOfficer, aSecondFactor } from '../factories.ts'
import type { Person } from '../persons.ts'
import { hostLink } from '../signIns.ts'

const installation = testInstallation()
let browser: Browser
let server: Server
let context: BrowserContext
let page: Page
let cdp: CDPSession
let group: KnownGroup
let ada: Person
let origin: string

beforeAll(async () => {
  browser = await openChromium()
  const { services } = installation
  server = webServer({ services, setUp: makeSetUp(services), cache: new PageCache(services.groups) }).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  await new Promise((resolve) => void server?.close(resolve))
})
beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
  ada = await anOfficer(installation.context(group), { name: 'Ada', email: 'ada@example.org' })
  origin = `http://${group.slug}.localhost:${(server.address() as AddressInfo).port}`
  context = await browser.newContext()
  page = await context.newPage()
  cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  return () => context.close()
})

/** A device beside the browser that says yes (WebDriver virtual authenticator, W3C Web Authentication §11.2). */
const addDevice = (wish: { hasUserVerification?: boolean } = {}) =>
  cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...wish,
    },
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
  await addDevice()
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
  await addDevice()
  await page.goto(`${origin}/sign-in`)

  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()

  await page.getByRole('alert').filter({ hasText: 'No passkey was used.' }).waitFor()
  await page.getByLabel('Email address').fill('ada@example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.waitForURL(`${origin}/sign-in/code`)
})

test('the same device is not added twice', async () => {
  await addDevice()
  await signInByHostLink()
  await addPasskey()

  await page.getByRole('button', { name: 'Add a passkey' }).click()

  await page.getByText('This device has a passkey for this website already.').waitFor()
})

test('after the letter the passkey is the second step, and its page keeps nobody out', async () => {
  await addDevice()
  await signInByHostLink()
  await addPasskey()
  await signOut()
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('Email address').fill('ada@example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
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
  const cookies = await context.cookies()
  const open = async (given: { javaScriptEnabled?: boolean }) => {
    const made = await browser.newContext({ reducedMotion: 'reduce', ...given })
    await made.addCookies(cookies)
    return made
  }
  const [scripted, plain, large] = [await open({}), await open({ javaScriptEnabled: false }), await open({})]
  for (const path of paths) await walkPage(origin + path, { scripted, plain, large, found, again: false })
  await Promise.all([scripted, plain, large].map((one) => one.close()))
  return found
}
