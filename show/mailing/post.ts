import type { Page } from 'playwright-core'
import { readMail, unstuffed } from '../../test/mail.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { askOwner } from '../people/database.ts'
import type { Terminal } from '../program.ts'
import { expect, Miss } from '../walk.ts'

/** A letter that an officer begins on the page, and the address of its pages. */
export async function beginLetter(
  page: Page,
  home: string,
  { subject, drafted = false }: { subject: string; drafted?: boolean },
): Promise<string> {
  await page.goto(`${home}/office/letters/new`)
  await page.getByLabel('Subject').fill(subject)
  await page.getByRole('button', { name: drafted ? 'Draft it for me' : 'Begin with an empty letter' }).click()
  return page.url().replace(/[#?].*/, '')
}

/** Sends a letter by the pages for it; it goes out in five minutes. */
export async function decide(page: Page, letter: string): Promise<void> {
  await page.goto(`${letter}/sending`)
  await page.getByRole('button', { name: 'Send it now' }).click()
  await page.getByRole('button', { name: /^Send it to [\d,]+ readers?$/ }).click()
  expect((await page.textContent('main'))?.includes('Call it back'), 'a letter that was decided can be called back')
}

/** As if the five minutes in which a letter can be called back were over. The order that waits for that moment is moved too. */
export async function minutesPass(terminal: Terminal, letter: string): Promise<void> {
  const id = idOf(letter)
  await askOwner(
    terminal,
    `update mailing.letter set send_at = now() - interval '1 second' where id = $1 and state = 'scheduled'`,
    [id],
  )
  await askOwner(terminal, `update graphile_worker._private_jobs set run_at = now() where key = $1`, [
    `mailing.send_letter:${id}`,
  ])
}

export interface Delivery {
  readonly address: string
  readonly state: string
}
export const deliveriesOf = (terminal: Terminal, letter: string): Promise<Delivery[]> =>
  askOwner<Delivery>(terminal, 'select address, state from mailing.delivery where letter_id = $1', [idOf(letter)])

export async function stateOf(terminal: Terminal, letter: string): Promise<string> {
  const rows = await askOwner<{ state: string }>(terminal, 'select state from mailing.letter where id = $1', [
    idOf(letter),
  ])
  return rows[0]!.state
}

/** Waits until a letter was sent to its last reader. */
export async function untilSent(terminal: Terminal, letter: string, minutes = 3): Promise<void> {
  for (const limit = Date.now() + minutes * 60_000; Date.now() < limit; await sleep(500))
    if ((await stateOf(terminal, letter)) === 'sent') return
  throw new Miss(`the letter is sent within ${minutes} minutes; it is ${await stateOf(terminal, letter)}`)
}

export const idOf = (letter: string): string => letter.split('/').at(-1)!

/** How often each is in a list, of those that are there more than once. */
export const twice = (all: readonly string[]): readonly string[] => all.filter((one, at) => all.indexOf(one) !== at)

/** A header of a message, unfolded. */
export function headerOf(message: string, name: string): string {
  const value = readMail(unstuffed(message)).header(name)
  if (value === '') throw new Miss(`the letter has a header ${name}`)
  return value
}

/** The HTML part of a message. */
export function htmlIn(message: string): string {
  const html = readMail(unstuffed(message)).parts['text/html']
  expect(html, 'the letter has an HTML part')
  return html
}

/** That a page says something. */
export async function says(page: Page, words: RegExp | string, what: string): Promise<void> {
  const text = ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ')
  expect(
    typeof words === 'string' ? text.includes(words) : words.test(text),
    `${what}; the page says: ${text.slice(0, 600)}`,
  )
}
