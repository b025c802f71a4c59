import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { ask, page as pageAt } from '../asking.ts'
import { shoot } from '../browser.ts'
import { expect, expectSame, Miss } from '../walk.ts'
import { signedIn } from '../signingIn.ts'
import type { Scene, Trial } from '../website/scene.ts'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const [NEWS, READS] = ['walk.example.net', 20]
const LONGEST_WAIT = 90_000 // counts are written once a minute
const THERE = 'https://elsewhere.example/'

/**
 * Reads counted through the page cache, a series, a republished text, the page of officers, and the website elsewhere.
 * Needs a running program and the sample group.
 */
export async function websiteExtras(scene: Scene, group: Trial): Promise<void> {
  const office = await signedIn(scene, group)
  const officer = office.pages()[0]!
  const part = await seriesOf(scene, group)
  await readsOf(scene, { group, office, officer, path: part })
  await republished(scene, group)
  await officers(scene, group, officer)
  await elsewhere(scene, group, officer)
  await office.close()
}

/** Follows the first series to its first part, whose path it gives. */
async function seriesOf({ walk }: Scene, { address }: Trial): Promise<string> {
  const series = /href="(\/series\/[^"]+)"/.exec(await pageAt(`${address}/series`))?.[1]
  expect(series, 'the list of series leads to one')
  const parts = [...(await pageAt(address + series)).matchAll(/<li><a href="(\/\d{4}\/[^"]+)"/g)].map(
    ([, path]) => path!,
  )
  expect(parts.length > 1, `${series} has several parts`)
  const [first = '', second = ''] = parts
  const post = await pageAt(address + first)
  expect(post.includes(`Part 1 of ${parts.length}:`), 'the first part says which it is')
  expect(post.includes(`Next: <a href="${second}"`), 'and leads to the second')
  walk.saw(`${series}: ${parts.length} parts in order; each says which it is and leads to the next`)
  return first
}

interface Reading {
  readonly group: Trial
  readonly office: BrowserContext
  readonly officer: Page
  readonly path: string
}

async function readsOf({ walk }: Scene, { group: { address }, office, officer, path }: Reading): Promise<void> {
  const referer = `https://${NEWS}/story?reader=ada@example.org`
  for (let times = 0; times < READS; times += 1) {
    const { status, headers } = await ask(address + path, { 'user-agent': BROWSER, referer })
    expectSame([status, headers['set-cookie'] ?? null], [200, null], `Reading ${path}`)
    await ask(address + path, { 'user-agent': ROBOT, referer })
  }
  const cookie = (await office.cookies(address)).map(({ name, value }) => `${name}=${value}`).join('; ')
  const rows = await counted(`${address}/office/website/reads/30-days.csv`, cookie)
  expectSame(rows.length, 1, `Rows of readers who came from ${NEWS}`)
  expect(rows[0]!.endsWith(`,${path},${NEWS},${READS}`), `${READS} reads were counted, and no robot: ${rows[0]}`)
  await officer.goto(`${address}/office/website/reads`)
  expect((await officer.innerText('main')).includes(NEWS), 'officers see the website that led here')
  await shoot(walk, officer, 'reads')
  walk.saw(`${READS} reads through the page cache are counted, ${READS} of a robot are not; no cookie, only “${NEWS}”`)
}

/** The lines of the file that name the website, once they are written. */
async function counted(file: string, cookie: string): Promise<readonly string[]> {
  for (const limit = Date.now() + LONGEST_WAIT; Date.now() < limit; await sleep(1000)) {
    const { status, body } = await ask(file, { cookie })
    expectSame(status, 200, 'The figures as CSV')
    expect(!body.includes('ada@example.org'), 'nothing of the referrer but its host is kept')
    const rows = body.split('\r\n').filter((line) => line.includes(NEWS))
    if (rows.length) return rows
  }
  throw new Miss('what was read is written within a minute and a half')
}

async function republished({ walk }: Scene, { address }: Trial): Promise<void> {
  const list = await pageAt(`${address}/appeared-in`)
  const path = /<li><a href="(\/\d{4}\/[^"]+)"/.exec(list)?.[1]
  expect(path, 'the list of articles elsewhere leads to one of them')
  expect((await pageAt(address + path)).includes('Appeared in'), 'the text itself says where it appeared')
  const archive = await pageAt(`${address}/search?q=quill+dry`)
  const quill = /href="(\/\d{4}\/\d\d\/the-week-the-quill-ran-dry)"/.exec(archive)?.[1]
  expect(quill, 'search finds the republished text')
  const post = await pageAt(address + quill)
  expect(/First published by <a href="https:[^"]+" rel="external">/.test(post), 'it names its source under the title')
  expect(
    /<link rel="canonical" href="https:\/\/fields-and-waters\.example/.test(post),
    'and sends search engines there',
  )
  walk.saw('a republished text names its source, day and right; the list of articles elsewhere leads to ours')
}

async function officers({ walk }: Scene, { address }: Trial, officer: Page): Promise<void> {
  const named = async () => (await pageAt(`${address}/officers`)).includes('<h2>Nora Whitlock</h2>')
  expect(await named(), 'an officer who said yes is named')
  await shoot(walk, await gone(officer, `${address}/officers`), 'officers')
  await officer.goto(`${address}/my/officer-page`)
  await officer.getByRole('button', { name: 'Take me off the website' }).click()
  expect(!(await named()), 'once the yes is taken back, nobody sees the name')
  await officer.getByRole('checkbox', { name: /^Yes, / }).check()
  await officer.getByRole('button', { name: 'Show me on the website' }).click()
  expect(await named(), 'a new yes names them again')
  walk.saw('the officer took back their yes: gone from the kept page at once; said yes again: there')
}

async function elsewhere({ walk }: Scene, { address }: Trial, officer: Page): Promise<void> {
  await say(officer, address, THERE)
  const home = await pageAt(`${address}/`)
  expect(home.includes(`href="${THERE}"`) && home.includes('Go to our website'), 'the home page leads out')
  expect(!home.includes('href="/posts"'), 'and shows no posts')
  expect((await pageAt(`${address}/posts`)).includes('content="noindex"'), 'search engines are kept off the posts')
  await shoot(walk, await gone(officer, `${address}/`), 'elsewhere')
  await say(officer, address, '')
  expect((await pageAt(`${address}/`)).includes('href="/posts"'), 'the website is back')
  walk.saw('with the website elsewhere the home page leads out and search engines see nothing else; switched back')
}

async function say(officer: Page, address: string, there: string): Promise<void> {
  await officer.goto(`${address}/office/settings#elsewhere`)
  await officer.getByLabel('Address of your website').fill(there)
  await officer.getByRole('button', { name: 'Save website elsewhere' }).click()
}

async function gone(page: Page, to: string): Promise<Page> {
  await page.goto(to)
  return page
}
