import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { addVirtualDevice } from '../../test/virtualDevice.ts'
import { shoot, someone } from '../browser.ts'
import { codeIn, lettersTo, nextLetter } from '../outbox.ts'
import { expect, expectSame } from '../walk.ts'
import { signedIn, withScript } from '../signingIn.ts'
import type { Scene, Trial } from '../website/scene.ts'

/** The sample group's editor, who has lost phone and codes. */
const HELPED = { name: 'Grace Tolland', email: 'grace.tolland@example.org' }

/**
 * Sign in safely: a passkey on a virtual device, an authenticator app, and an officer who has lost everything and is helped by
 * another. Needs the running program and the sample group, whose editor asks for help.
 */
export async function signInSafely(scene: Scene, group: Trial): Promise<void> {
  const chair = await withScript(scene, await signedIn(scene, group))
  const page = chair.pages()[0]!
  await passkey(scene, group, page)
  await authenticatorApp(scene, group, page)
  await recovery(scene, group, page)
  await chair.close()
}

async function passkey({ walk }: Scene, { address }: Trial, page: Page): Promise<void> {
  await addVirtualDevice(await page.context().newCDPSession(page))
  await page.goto(`${address}/my/security`)
  await page.getByLabel('Name').fill('A virtual device')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey “A virtual device” is added.').waitFor()
  await page.getByRole('button', { name: 'Make recovery codes' }).click()
  expectSame(await page.locator('.recovery-codes li').count(), 10, 'Recovery codes')
  await shoot(walk, page, 'recovery-codes')
  await page.context().clearCookies()
  await page.goto(`${address}/sign-in`)
  await shoot(walk, page, 'sign-in-with-passkey')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${address}/office`)
  walk.saw('a passkey was made on a virtual device, and signed its owner in without a letter')
}

async function authenticatorApp(scene: Scene, group: Trial, page: Page): Promise<void> {
  const { address } = group
  await page.goto(`${address}/my/security`)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const key = (await page.locator('.key-in-fours').innerText()).replaceAll(' ', '')
  await shoot(scene.walk, page, 'authenticator-app')
  const first = Date.now()
  await page.getByLabel('Type the code that the app shows').fill(codeOf(key, first))
  await page.getByRole('button', { name: 'Add the app' }).click()
  await page.getByText('The authenticator app is added.').waitFor()
  const other = await atSecondStep(scene, group, group.officer)
  expectSame(await typed(other, codeOf(key, first)), 'refused', 'The same code again')
  await nextStep(first)
  expectSame(await typed(other, codeOf(key, Date.now())), 'in', 'The next code')
  scene.walk.saw(
    'after the letter the code of an app was asked for; the one used before was refused, the next one taken',
  )
  await page.goto(`${address}/my/security`)
  await shoot(scene.walk, page, 'signing-in')
  await other.context().close()
}

async function recovery(scene: Scene, group: Trial, chair: Page): Promise<void> {
  const lost = await atSecondStep(scene, group, HELPED.email)
  expect((await lost.locator('body').innerText()).includes('You have asked for help'), 'the editor has asked for help')
  await chair.goto(`${group.address}/office`)
  const item = chair.getByRole('listitem').filter({ hasText: `${HELPED.name} asks for help to sign in` })
  await item.getByRole('link', { name: 'Look at it' }).click()
  await shoot(scene.walk, chair, 'recovery')
  await chair.getByRole('button', { name: `Help ${HELPED.name} sign in again` }).click()
  await chair.getByText('start afresh for 24 hours').waitFor()
  await lost.reload()
  await shoot(scene.walk, lost, 'start-afresh')
  await lost.getByRole('button', { name: 'Start afresh' }).click()
  expectSame(new URL(lost.url()).pathname, '/office', 'After starting afresh')
  await lost.goto(`${group.address}/my/security`)
  expectSame(await lost.getByRole('button', { name: /^Remove/ }).count(), 0, 'Passkeys left')
  scene.walk.saw(
    'an officer who lost everything was helped by the chair: letter and another’s word together, neither alone',
  )
  await lost.context().close()
}

/** Asks for a letter, types its code, and stands before the second step. Without script. */
async function atSecondStep(scene: Scene, { address }: Trial, email: string): Promise<Page> {
  const page = await (await someone(scene.browser)).newPage()
  const { length } = await lettersTo(scene.terminal, email)
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Six-digit code').fill(codeIn(await nextLetter(scene.terminal, email, length)))
  await page.getByRole('button', { name: 'Sign in' }).click()
  expectSame(new URL(page.url()).pathname, '/sign-in/second-step', 'After the letter')
  return page
}

async function typed(page: Page, code: string): Promise<'in' | 'refused'> {
  await page.getByLabel('Code from your authenticator app').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
  return new URL(page.url()).pathname === '/office' ? 'in' : 'refused'
}

const HALF_MINUTE = 30_000

/** Until the app shows another code than at that moment. */
const nextStep = (since: number): Promise<void> => {
  const next = (Math.floor(since / HALF_MINUTE) + 1) * HALF_MINUTE
  return sleep(Math.max(0, next - Date.now()) + 500)
}

/** What an authenticator app shows for a key in base32 (RFC 6238), worked out by hand and not by our own library. */
function codeOf(key: string, at: number): string {
  const bits = key
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / HALF_MINUTE)))
  const mac = createHmac('sha1', bytes).update(counter).digest()
  const truncated = mac.readUInt32BE(mac.at(-1)! & 0xf) & 0x7fffffff
  return String(truncated % 1_000_000).padStart(6, '0')
}
