import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

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
const [WIDE, PHONE, NARROW] = [1280, 390, 320]
const MOST_STOPS = 250

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

export interface Walk {
  readonly scripted: BrowserContext
  readonly plain: BrowserContext
  /** Of a browser whose reader has set the text to twice the usual size. */
  readonly large: BrowserContext
  readonly found: Found
  /** Another page of this kind was looked at in every way: for this one, how it looks on a phone tells the rest. */
  readonly again: boolean
}

/** Looks at one page as everybody meets it: wide and narrow, by keyboard, in large text, with and without script. */
export async function walkPage(address: string, { scripted, plain, large, found, again }: Walk): Promise<void> {
  const page = await scripted.newPage()
  const note = (check: Check, what: string) => void found[check].push(`${new URL(address).pathname}: ${what}`)
  page.on(
    'console',
    (message) =>
      void (message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && note('console', message.text())),
  )
  page.on('pageerror', (error) => note('console', error.message))
  page.on(
    'request',
    (request) =>
      void (
        !request.url().startsWith(new URL(address).origin) &&
        !request.url().startsWith('data:') &&
        note('elsewhere', request.url())
      ),
  )
  try {
    await page.setViewportSize({ width: WIDE, height: 900 })
    await page.goto(address, { waitUntil: 'load' })
    for (const what of await page.evaluate(documentTrouble)) note('document', what)
    if (!again) {
      for (const what of await axeTrouble(page)) note('axe', `${WIDE} px: ${what}`)
      for (const what of await keyboardTrouble(page)) note('keyboard', what)
    }
    await page.setViewportSize({ width: PHONE, height: 844 })
    for (const what of await axeTrouble(page)) note('axe', `${PHONE} px: ${what}`)
    await page.setViewportSize({ width: NARROW, height: 700 })
    for (const what of await page.evaluate(sidewaysTrouble)) note('narrow', what)
    if (again) return
    const [silent, big] = [await plain.newPage(), await large.newPage()]
    // Twice, because "just now" may turn into "1 minute ago" between the two.
    if (!((await sayTheSame(address, page, silent)) || (await sayTheSame(address, page, silent))))
      note('without script', 'the words differ')
    await big.setViewportSize({ width: WIDE, height: 900 })
    await big.goto(address)
    for (const what of await big.evaluate(sidewaysTrouble)) note('large text', what)
    await Promise.all([silent.close(), big.close()])
  } finally {
    await page.close()
  }
}

/** Whether a page says the same to a browser that runs scripts and to one that does not. */
async function sayTheSame(address: string, scripted: Page, silent: Page): Promise<boolean> {
  await Promise.all([scripted.goto(address), silent.goto(address)])
  return (await wordsOf(scripted)) === (await wordsOf(silent))
}

/** All words of the page but those that speak of what only script does. */
async function wordsOf(page: Page): Promise<string> {
  await page.setViewportSize({ width: WIDE, height: 900 })
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('.with-script[aria-hidden="true"]')) element.remove()
  })
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ')
}

async function axeTrouble(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  return page.evaluate(async (tags) => {
    interface Violation {
      id: string
      nodes: { target: string[]; failureSummary?: string }[]
    }
    const runner = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } })
      .axe
    const { violations } = await runner.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    return violations.map(
      ({ id, nodes }) =>
        `${id} at ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(' | ')}`,
    )
  }, TAGS)
}

/** Tabs through the whole page: each stop shows a ring, lies in view uncovered, and is big enough to hit (WCAG 2.4.7, 2.4.11, 2.5.8). */
async function keyboardTrouble(page: Page): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const trouble: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(stopTrouble)
    if (seen === null) return trouble
    trouble.push(...seen)
  }
  return trouble
}

/** Runs in the page. Null when the walk has come round. */
function stopTrouble(): string[] | null {
  const element = document.activeElement
  if (!element || element === document.body || element.hasAttribute('data-walked')) return null
  element.setAttribute('data-walked', '')
  const label = `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}${element.className && `.${String(element.className).replaceAll(' ', '.')}`} “${(element.textContent ?? '').trim().slice(0, 30)}”`
  const style = getComputedStyle(element)
  const found: string[] = []
  const frames = [element, element.parentElement, element.parentElement?.parentElement].filter(
    (one) => one instanceof HTMLElement,
  )
  const ringed = frames
    .map((one) => getComputedStyle(one))
    .some((look) => look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) >= 2)
  if (!ringed) found.push(`no ring on ${label}`)
  const [box = element.getBoundingClientRect()] = element.getClientRects()
  const within = (from: number, to: number, end: number) => (Math.max(from, 0) + Math.min(to, end)) / 2
  const middle = document.elementFromPoint(
    within(box.left, box.right, innerWidth),
    within(box.top, box.bottom, innerHeight),
  )
  if (!middle) found.push(`out of view: ${label}`)
  else if (!element.contains(middle) && !middle.contains(element))
    found.push(`covered by ${middle.tagName.toLowerCase()}.${String(middle.className)}: ${label}`)
  const whole = element.getBoundingClientRect()
  if (
    style.display !== 'inline' &&
    (whole.width < 24 || whole.height < 24) &&
    !(element as HTMLInputElement).labels?.length
  ) {
    found.push(`${Math.round(whole.width)} by ${Math.round(whole.height)} px: ${label}`)
  }
  return found
}

/** Runs in the page: what reaches beyond its edge, unless inside a region that scrolls by itself. */
function sidewaysTrouble(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.table-scroll'),
  )
  return [
    `${scrollWidth} of ${clientWidth} px: ${wide
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${String(element.className)}`)
      .join(', ')}`,
  ]
}

/** Runs in the page. */
function documentTrouble(): string[] {
  const headings = document.querySelectorAll('h1').length
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(document.documentElement.lang ? [] : ['no language']),
    ...(document.title.length > 3 ? [] : ['no title']),
    ...(document.querySelectorAll('[style]').length ? ['a style attribute'] : []),
    ...(document.querySelectorAll('main').length === 1 ? [] : ['not one main']),
  ]
}
