import type { Page } from 'playwright-core'
import { askAs, page as pageAt } from '../asking.ts'
import { narrow, shoot, someone } from '../browser.ts'
import { lettersTo, linkIn, nextLetter } from '../outbox.ts'
import { signInByCode } from '../signingIn.ts'
import { expect, expectSame, type Walk } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { addressesOf } from '../website/sitemap.ts'
import { askOwner } from './database.ts'

interface Newcomer {
  readonly kind: 'Member' | 'Supporter'
  readonly name: string
  readonly email: string
  readonly postcode: string
  /** Where the postcode leaves a choice. */
  readonly council?: string
}

const MEMBER: Newcomer = {
  kind: 'Member',
  name: 'Gwendoline Farthingale',
  email: 'gwendoline.farthingale@example.org',
  postcode: 'sy1 1aa',
}
const SUPPORTER: Newcomer = {
  kind: 'Supporter',
  name: 'Thessaly Brackenbury',
  email: 'thessaly.brackenbury@example.org',
  postcode: 'LL20 7SG',
  council: 'Denbighshire',
}

/**
 * A member and a supporter join on a phone without JavaScript, confirm, change, take their data out, and leave. Meanwhile the public
 * website holds no trace of the supporter. Needs a running program and the sample group.
 */
export async function joining(scene: Scene, group: Trial): Promise<void> {
  for (const newcomer of [MEMBER, SUPPORTER]) {
    const page = await (await someone(scene.browser, { viewport: narrow })).newPage()
    await join(scene, group, { page, newcomer })
    await confirm(scene, { page, newcomer })
    await signInByCode(scene, page, { address: group.address, email: newcomer.email })
    await change(scene, group, { page, newcomer })
    await takeOut(scene, group, { page, newcomer })
    if (newcomer === SUPPORTER) await noTrace(scene, group)
    await leave(scene, group, { page, newcomer })
    await page.context().close()
  }
}

interface Sitting {
  readonly page: Page
  readonly newcomer: Newcomer
}

const words = (page: Page): Promise<string> => page.locator('body').innerText()

async function shootPhone(walk: Walk, page: Page, name: string): Promise<void> {
  await shoot(walk, page, name)
  await page.setViewportSize(narrow)
}

async function join({ walk, terminal }: Scene, { address }: Trial, { page, newcomer }: Sitting): Promise<void> {
  const { kind, name, email, postcode, council } = newcomer
  const shot = `join-${kind.toLowerCase()}`
  let pages = 0
  const go = async (heading: string | RegExp, answer: () => Promise<unknown>): Promise<void> => {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: 5000 })
    await answer()
    if (kind === 'Member' || council === undefined) await shootPhone(walk, page, `${shot}-${(pages += 1)}`)
    else pages += 1
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await page.goto(`${address}/join`)
  await go(/^Join /, () => page.getByRole('radio', { name: kind }).check())
  await page.getByRole('button', { name: 'Continue' }).click()
  expect((await words(page)).includes('Enter your name'), 'a page left empty is refused in words')
  await go('Your name', () => page.getByLabel('Full name').fill(name))
  await go('Your email address', () => page.getByLabel('Email address').fill(email))
  await go('Your postcode', () => page.getByLabel('Postcode', { exact: true }).fill(postcode))
  if (council) await go('Where you live', () => page.getByRole('radio', { name: council }).check())
  await go('What you do', () => page.getByRole('radio', { name: 'Retired' }).check())
  await go('Your other hats', () => page.getByLabel(/^Union|trade union/i).fill('Boat Builders’ Union'))
  await go('What interests you', () => page.getByRole('checkbox').first().check())
  await go('How you could help', () => page.getByRole('checkbox').first().check())
  await go('What you would like from us', () => page.getByRole('checkbox', { name: /newsletter/i }).check())
  const answers = await words(page)
  for (const told of [name, email, 'Retired', 'Boat Builders’ Union', council ?? 'Shrewsbury'])
    expect(answers.includes(told), `“Check your answers” repeats ${told}`)
  await page.getByRole('checkbox').check()
  await shootPhone(walk, page, `${shot}-check`)
  await page.getByRole('button', { name: 'Ask to join' }).click()
  expectSame(new URL(page.url()).pathname, '/join/sent', 'After asking to join')
  const people = await askOwner(terminal, `select 1 from people.person where email = $1`, [email])
  expectSame(people.length, 0, `Rows of ${name} on the register before the letter is answered`)
  walk.saw(
    `a ${kind.toLowerCase()} answered ${pages} pages of one question each on a phone of ${narrow.width} px; not on the register yet`,
  )
}

async function confirm({ walk, terminal }: Scene, { page, newcomer }: Sitting): Promise<void> {
  const { email, name, kind } = newcomer
  const link = linkIn(await nextLetter(terminal, email, 0), '/join/confirm/')
  await page.goto(link)
  await page.goto(link)
  const before = await askOwner(terminal, `select 1 from people.person where email = $1`, [email])
  expectSame(before.length, 0, 'People on the register because a link was opened')
  await shootPhone(walk, page, `join-${kind.toLowerCase()}-confirm`)
  await page.getByRole('button', { name: 'Confirm and join' }).click()
  expectSame(new URL(page.url()).pathname, '/join/welcome', 'After the press')
  await nextLetter(terminal, email, 1)
  const ledger = await askOwner<{ purpose: string; basis: string; wording: string | null }>(
    terminal,
    `select b.purpose, b.basis, w.words as wording from people.basis b join people.person p on p.group_id = b.group_id and p.id = b.person_id
     left join people.wording w on w.group_id = b.group_id and w.id = b.wording_id where p.email = $1 order by b.from_at, b.purpose`,
    [email],
  )
  expect(
    ledger.some(({ purpose, wording }) => purpose === 'newsletter' && wording),
    `the ledger has the yes of ${name} with its words: ${JSON.stringify(ledger)}`,
  )
  walk.saw(
    `the letter’s link did nothing until its button was pressed; the ledger: ${ledger.map(({ purpose, basis }) => `${purpose} by ${basis}`).join(', ')}`,
  )
}

async function change({ walk }: Scene, { address }: Trial, { page, newcomer }: Sitting): Promise<void> {
  await page.goto(`${address}/my/details`)
  await page.getByLabel('Telephone').fill('not a number')
  await page.getByRole('button', { name: 'Save' }).click()
  expectSame(await page.getByLabel('Telephone').inputValue(), 'not a number', 'What was typed, in the refused form')
  await page.getByLabel('Telephone').fill('07700 900123')
  await page.getByRole('button', { name: 'Save' }).click()
  expect((await words(page)).includes('Your details are saved'), 'a changed telephone number is saved')
  await page.goto(`${address}/my/choices`)
  await page.getByRole('button', { name: /^Stop this: .*newsletter/i }).click()
  await page.getByRole('button', { name: /^Yes, I want this: .*newsletter/i }).waitFor()
  await shootPhone(walk, page, `my-choices-${newcomer.kind.toLowerCase()}`)
  await page.goto(`${address}/my`)
  await shootPhone(walk, page, `my-page-${newcomer.kind.toLowerCase()}`)
  walk.saw('changed a telephone number (a wrong one was refused, and kept), and stopped the newsletter')
}

async function takeOut({ walk }: Scene, { address }: Trial, { page, newcomer }: Sitting): Promise<void> {
  const [html, json] = await Promise.all(
    ['html', 'json'].map(async (kind) => (await askAs(page.context(), `${address}/my/copy/everything.${kind}`)).body),
  )
  for (const told of [newcomer.name, newcomer.email, 'Boat Builders’ Union']) {
    expect(html!.includes(told), `the page to keep tells ${told}`)
    expect(JSON.stringify(JSON.parse(json!)).includes(told), `the JSON to keep tells ${told}`)
  }
  walk.saw(`took everything out: a page of ${html!.length} characters, and JSON of ${json!.length}`)
}

const BESIDES = ['/', '/feed/', '/feed.json', '/comments/feed/', '/sitemap.xml', '/officers', '/robots.txt', '/join']
const SEARCHES = ['/search?q=Brackenbury', `/search?q=${encodeURIComponent(SUPPORTER.email)}`]

/** Every page of the sitemap and every feed, asked by an anonymous visitor, and the search. */
async function noTrace({ walk }: Scene, { address }: Trial): Promise<void> {
  const paths = new Set([...BESIDES, ...(await addressesOf(address))])
  for (const path of paths) {
    const found = /thessaly|brackenbury/i.exec(await pageAt(address + path))?.[0]
    expect(!found, `${path} does not say “${found}”`)
  }
  for (const path of SEARCHES) {
    const said = await pageAt(address + path)
    expect(!said.includes(SUPPORTER.name), `${path} does not find the supporter`)
  }
  walk.saw(`none of ${paths.size} public pages and feeds, nor the search, holds a trace of the supporter`)
}

async function leave({ walk, terminal }: Scene, { address }: Trial, { page, newcomer }: Sitting): Promise<void> {
  const { kind, email } = newcomer
  await page.goto(`${address}/my/leaving`)
  await shootPhone(walk, page, `leaving-${kind.toLowerCase()}`)
  if (kind === 'Member') {
    await page.getByRole('button', { name: 'Stay as a supporter' }).click()
    expect((await words(page)).includes('You are a supporter now'), 'a member may stay as a supporter')
    await page.goto(`${address}/my/leaving`)
  }
  await page.getByRole('button', { name: /^Leave / }).click()
  expectSame(new URL(page.url()).pathname, '/my/left', 'After leaving')
  const rows = await askOwner<{ status: string; kinds: string[] }>(
    terminal,
    `select p.status, array_agg(m.kind || ': ' || coalesce(m.ended_because, 'goes on') order by m.from_on, m.id) as kinds from people.person p
     join people.membership m on m.group_id = p.group_id and m.person_id = p.id where p.email = $1 group by p.status`,
    [email],
  )
  expectSame(rows[0]?.status, 'left', 'What they are to the group')
  const reachable = await askOwner(terminal, `select purpose from people.reachable where email = $1`, [email])
  expectSame(reachable, [], 'What they may still be sent')
  expect((await lettersTo(terminal, email)).length >= 3, 'a letter confirms that they left')
  walk.saw(`left, without being asked why; history: ${rows[0]!.kinds.join(', ')}; nothing may be sent to them any more`)
}
