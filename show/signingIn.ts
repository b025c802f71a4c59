import type { BrowserContext, Page } from 'playwright-core'
import { addVirtualDevice } from '../test/virtualDevice.ts'
import { someone } from './browser.ts'
import { codeIn, lettersTo, nextLetter } from './outbox.ts'
import { command } from './program.ts'
import { expect, expectSame } from './walk.ts'
import type { Scene, Trial } from './website/scene.ts'

/** A browser in which an officer is signed in by a link from the host, without script. */
export async function signedIn(scene: Scene, { slug, officer }: Trial): Promise<BrowserContext> {
  const { code, stdout, stderr } = await command(scene.terminal, ['sign-in-link', officer, '--group', slug])
  expect(code === 0, `sign-in-link makes a link: ${stderr}`)
  const context = await someone(scene.browser)
  const page = await context.newPage()
  await page.goto(stdout.trim())
  await page.getByRole('button', { name: /Sign in/ }).click()
  expectSame(new URL(page.url()).pathname, '/office', 'After signing in by the host’s link')
  return context
}

/** The same person in a browser that runs scripts, or in one that does not. */
export async function withScript(scene: Scene, before: BrowserContext, script = true): Promise<BrowserContext> {
  const context = await someone(scene.browser, { script })
  await context.addCookies(await before.cookies())
  await context.newPage()
  await before.close()
  return context
}

/**
 * A browser without script in which an officer is signed in by a passkey, as whoever sees the register has to be. The passkey is
 * made on a virtual device, which goes with the browser that made it.
 */
export async function strongly(scene: Scene, group: Trial, email: string): Promise<BrowserContext> {
  const first = await withScript(scene, await signedIn(scene, { ...group, officer: email }))
  const page = first.pages()[0]!
  await addVirtualDevice(await first.newCDPSession(page))
  await page.goto(`${group.address}/my/security`)
  await page.getByLabel('Name').fill('A virtual device')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey “A virtual device” is added.').waitFor()
  await first.clearCookies()
  await page.goto(`${group.address}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${group.address}/office`)
  return withScript(scene, first, false)
}

/** Signs somebody in who holds no office, by the code of a letter. */
export async function signInByCode(
  { terminal }: Scene,
  page: Page,
  who: { address: string; email: string },
): Promise<void> {
  const { address, email } = who
  const { length } = await lettersTo(terminal, email)
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Six-digit code').fill(codeIn(await nextLetter(terminal, email, length)))
  await page.getByRole('button', { name: 'Sign in' }).click()
  expectSame(new URL(page.url()).pathname, '/my', 'After signing in by a code')
}
