import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWebServer, type WebServer } from './aWebServer.ts'
import { openChromium } from './chromium.ts'
import { testInstallation } from './installation.ts'
import { Links } from './links.ts'
import { aDesk, checks, isPage, nothingFound, walkPage } from './pageWalk.ts'
import { galleryAddresses } from '../src/galleryRoutes.tsx'
import { sessions, SESSION_COOKIE } from '../src/people/index.ts'
import type { Sample } from '../src/platform/slice.ts'
import { loadSample } from '../src/site/sample/index.ts'
import { slices } from '../src/slices.ts'

const installation = testInstallation({ emptied: 'once' })
const found = nothingFound()
const links = new Links()
const nowhere: string[] = []
let browser: Browser
let server: WebServer
let samples: readonly (Sample & { readonly slice: string })[] = []
let walked = 0

beforeAll(async () => {
  const { services } = installation
  const { group, officer } = await loadSample(services)
  server = await aWebServer(services)
  browser = await openChromium()
  const context = installation.context(group)
  const token = await context.act((act) => sessions.start(act, { personId: officer.id, secondFactor: 'passkey' }))
  for (const { name, samples: ask } of slices) {
    const given = ask ? await context.read((tx) => ask(tx, services.secret)) : []
    samples = [...samples, ...given.map((sample) => ({ ...sample, slice: name }))]
  }
  const gallery = galleryAddresses.map((address) => ({ route: address, address, as: 'visitor' as const }))
  const waiting = [...samples, ...gallery]
  const seen = new Set<string>()
  await Promise.all([walkAll(token, { waiting, seen }), walkAll(token, { waiting, seen })])
}, 1_800_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Walks what is still waiting, page after page. Two of these work side by side. */
async function walkAll(token: string, { waiting, seen }: { waiting: Sample[]; seen: Set<string> }): Promise<void> {
  const origin = `http://localhost:${server.port}`
  const desk = await aDesk(browser)
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (!(await isWalked(origin, next, token))) continue
    const again = seen.has(next.route)
    seen.add(next.route)
    await desk.sit(next.as === 'officer' ? [{ name: SESSION_COOKIE, value: token, url: origin }] : [])
    await walkPage(desk, origin + next.address, { found, again })
    const trouble = isInvented(next) ? [] : await links.trouble(desk.page, cookieOf(next, token))
    nowhere.push(...trouble.map((one) => `${next.address} ${one}`))
    walked++
  }
  await desk.close()
}

/** The gallery's pages are of a group that is not there. */
const isInvented = ({ route }: Sample): boolean => galleryAddresses.includes(route)

const cookieOf = ({ as }: Sample, token: string): string => (as === 'officer' ? `${SESSION_COOKIE}=${token}` : '')

/** Whether a page is answered there; neither what is for machines nor what leads elsewhere is one. */
async function isWalked(origin: string, sample: Sample, token: string): Promise<boolean> {
  const { address } = sample
  const headers = { cookie: cookieOf(sample, token) }
  const { status, headers: told, body } = await fetch(origin + address, { redirect: 'manual', headers })
  await body?.cancel()
  if (status >= 500 || status === 404) found.document.push(`${address}: status ${status}`)
  return isPage((name) => told.get(name)) && (status < 300 || status >= 400)
}

test('pages were walked', () => {
  expect(walked).toBeGreaterThan(15)
})

const WORDS = {
  axe: 'no page keeps anybody out, as far as axe can tell',
  keyboard: 'every stop of the Tab key shows its ring, lies in view and is big enough',
  narrow: 'no page scrolls sideways at 320 px',
  'large text': 'no page scrolls sideways when its text is twice as large',
  'without script': 'every page says the same without script',
  console: 'no page makes the browser complain',
  elsewhere: 'no page asks another server for anything',
  document: 'every page is one document with a language, a title, one main and one first heading',
} as const

test.each(checks.map((check) => [WORDS[check], check] as const))('%s', (_, check) => {
  expect(found[check]).toEqual([])
})

test('every link of every page leads somewhere', () => {
  expect(nowhere).toEqual([])
})

test('every GET route of every slice has a sample, and every sample a route', () => {
  for (const { name, routes, addresses } of slices) {
    const declared = [...(routes?.routes ?? []), ...(addresses?.routes ?? [])]
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path)
    const sampled = samples.filter(({ slice }) => slice === name).map(({ route }) => (route === '*' ? '/*' : route)) // as Hono writes it

    expect(
      [...new Set(declared)].filter((path) => !sampled.includes(path)),
      `${name}: routes without a sample`,
    ).toEqual([])
    expect(
      sampled.filter((path) => !declared.includes(path)),
      `${name}: samples without a route`,
    ).toEqual([])
  }
})

test('every route lies under a prefix that its slice declares', () => {
  for (const { name, routes, prefixes } of slices) {
    const outside = (routes?.routes ?? [])
      .map(({ path }) => path)
      .filter(
        (path) =>
          path !== '/' &&
          !prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`)),
      )

    expect([...new Set(outside)], name).toEqual([])
  }
})

test('no two slices claim one prefix', () => {
  const claimed = slices.flatMap(({ prefixes }) => prefixes)

  expect(claimed).toEqual([...new Set(claimed)])
})
