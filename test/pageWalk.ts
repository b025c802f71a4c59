import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { brokenTrouble, documentTrouble, sidewaysTrouble, stopsSoFar, watchStops, wordsOf } from './inThePage.ts'

/** What was found wrong, by the check that found it. */
export type Found = Readonly<Record<Check, string[]>>
export const checks = [
  'axe',
  'keyboard',
  'narrow',
  'large text',
  'without script',
  'console',
  'elsewhere',
  'document',
] as const
export type Check = (typeof checks)[number]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
const NARROW = { width: 320, height: 700 }
const USUAL_TEXT = 16
const MOST_STOPS = 1000
/** Stops between two questions to the page how it went. */
const AT_ONCE = 10

export const nothingFound = (): Found => ({
  axe: [],
  keyboard: [],
  narrow: [],
  'large text': [],
  'without script': [],
  console: [],
  elsewhere: [],
  document: [],
})

/** Where pages are walked. Its page stays open from one address to the next, because each new one costs a process. */
export interface Desk {
  readonly page: Page
  /** Speaks with the browser about the page. */
  readonly session: CDPSession
  /** From here on somebody else sits there. */
  sit(cookies: readonly Cookie[]): Promise<void>
  close(): Promise<void>
}
export type Cookie = Parameters<BrowserContext['addCookies']>[0][number]

export async function aDesk(browser: Browser): Promise<Desk> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: WIDE })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const sit: Desk['sit'] = async (cookies) => {
    await context.clearCookies()
    await context.addCookies(cookies)
  }
  return { page, session, sit, close: () => context.close() }
}

interface Walk {
  readonly found: Found
  /** Another page of this kind was looked at in every way: for this one, how it looks on a phone tells the rest. */
  readonly again?: boolean
}

/** Looks at one page as everybody meets it: wide and narrow, by keyboard, in large text, with and without script. */
export async function walkPage(desk: Desk, address: string, { found, again = false }: Walk): Promise<void> {
  const { page } = desk
  const note = (check: Check, ...what: string[]) =>
    found[check].push(...what.map((one) => `${new URL(address).pathname}: ${one}`))
  listen(page, address, note)
  try {
    await page.setViewportSize(WIDE)
    await page.goto(address, { waitUntil: 'load' })
    note('document', ...(await page.evaluate(documentTrouble)))
    const words = await page.evaluate(wordsOf)
    if (!again) {
      note('axe', ...(await axeTrouble(page, WIDE.width)))
      note('keyboard', ...(await keyboardTrouble(desk)))
      note('large text', ...(await largeTrouble(desk)))
    }
    await page.setViewportSize(PHONE)
    // Colours are the same on a phone, and asking for them takes axe longest: once for each page is enough.
    note('axe', ...(await axeTrouble(page, PHONE.width, { colours: again })))
    await page.setViewportSize(NARROW)
    note('narrow', ...(await page.evaluate(sidewaysTrouble)), ...(await page.evaluate(brokenTrouble)))
    if (!again) note('without script', ...(await scriptTrouble(desk, { address, words })))
  } finally {
    page.removeAllListeners()
  }
}

function listen(page: Page, address: string, note: (check: Check, what: string) => void): void {
  const { origin } = new URL(address)
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) note('console', message.text())
  })
  page.on('pageerror', (error) => note('console', error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) note('elsewhere', request.url())
  })
}

/** Whether the page says something else to a browser that runs no script. */
async function scriptTrouble({ page, session }: Desk, given: { address: string; words: string }): Promise<string[]> {
  await page.setViewportSize(WIDE)
  const ask = async (runs: boolean): Promise<string> => {
    await session.send('Emulation.setScriptExecutionDisabled', { value: !runs })
    await page.goto(given.address, { waitUntil: runs ? 'load' : 'domcontentloaded' })
    return page.evaluate(wordsOf)
  }
  try {
    // Once more, because whoever walks beside us may have changed what this page tells.
    const same = (await ask(false)) === given.words || (await ask(false)) === (await ask(true))
    return same ? [] : ['the words differ']
  } finally {
    await session.send('Emulation.setScriptExecutionDisabled', { value: false })
  }
}

/** What axe finds on an open page, at the width that it has. */
export async function axeTrouble(page: Page, width: number, { colours = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const violations = await page.evaluate(
    async ({ tags, rules }) => {
      interface Violation {
        id: string
        nodes: { target: string[] }[]
      }
      const runner = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } })
        .axe
      // No rule of these asks for the stylesheets as text, which axe would fetch and read for every run.
      const found = await runner.run({
        runOnly: { type: 'tag', values: tags },
        rules,
        resultTypes: ['violations'],
        preload: false,
      })
      return found.violations.map(({ id, nodes }) => ({ id, places: nodes.map(({ target }) => target.join(' ')) }))
    },
    { tags: TAGS, rules: { 'color-contrast': { enabled: colours } } },
  )
  return violations.map(({ id, places }) => `${width} px: ${id} at ${places.slice(0, 3).join(' | ')}`)
}

/** Tabs through the whole page: each stop shows a ring, lies in view uncovered, and is big enough to hit (WCAG 2.4.7, 2.4.11, 2.5.8). */
async function keyboardTrouble({ page, session }: Desk): Promise<string[]> {
  const press = () =>
    session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Tab',
      code: 'Tab',
      windowsVirtualKeyCode: 9,
    })
  await page.evaluate(watchStops)
  for (let pressed = 0; pressed < MOST_STOPS; pressed += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, press))
    const { trouble, ended } = await page.evaluate(stopsSoFar)
    if (ended) return trouble
  }
  return [`no end after ${MOST_STOPS} stops`]
}

/** With the text of a reader who has set it to twice the usual size. */
async function largeTrouble({ page, session }: Desk): Promise<string[]> {
  const setText = (standard: number) => session.send('Page.setFontSizes', { fontSizes: { standard } })
  await setText(2 * USUAL_TEXT)
  // The layout turns with the text, because its breakpoints are in rem.
  const turned = await page.evaluate(
    (most) =>
      getComputedStyle(document.documentElement).fontSize === '32px' && !matchMedia(`(width > ${most}rem)`).matches,
    WIDE.width / (2 * USUAL_TEXT),
  )
  const trouble = await page.evaluate(sidewaysTrouble)
  await setText(USUAL_TEXT)
  return turned ? trouble : [...trouble, 'the text did not grow']
}

/** Neither a file is a page, nor what stands only in a frame of one: the page around it is walked. */
export const isPage = (header: (name: string) => string | null | undefined): boolean =>
  Boolean(header('content-type')?.startsWith('text/html')) &&
  !header('content-security-policy')?.includes("frame-ancestors 'self'")
