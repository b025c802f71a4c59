import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { testInstallation } from './installation.ts'
import { checks, nothingFound, walkPage } from './pageWalk.ts'
import { galleryAddresses } from '../src/galleryRoutes.tsx'
import { sessions, SESSION_COOKIE } from '../src/people/index.ts'
import { PageCache } from '../src/platform/pageCache.ts'
import type { Sample } from '../src/platform/slice.ts'
import { makeSetUp } from '../src/site/index.ts'
import { loadSample } from '../src/site/sample/index.ts'
import { slices } from '../src/slices.ts'
import { webServer } from '../src/webServer.ts'

const installation = testInstallation({ emptied: 'once' })
const found = nothingFound()
let browser: Browser
let largeBrowser: Browser
let server: Server
let samples: readonly (Sample & { readonly slice: string })[] = []
let walked = 0

beforeAll(async () => {
  const { services } = installation
  const { group, officer } = await loadSample(services)
  server = webServer({ services, setUp: makeSetUp(services), cache: new PageCache(services.groups) }).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const context = installation.context(group)
  const token = await context.act((act) => sessions.start(act, { personId: officer.id, secondFactor: 'passkey' }))
  for (const { name, samples: ask } of slices) {
    const given = ask ? await context.read((tx) => ask(tx)) : []
    samples = [...samples, ...given.map((sample) => ({ ...sample, slice: name }))]
  }
  browser = await openChromium()
  largeBrowser = await openChromium('--blink-settings=defaultFontSize=32')
  const contextFor = async (as: Sample['as'], { javaScriptEnabled = true, from = browser } = {}) => {
    const made = await from.newContext({ javaScriptEnabled, reducedMotion: 'reduce' })
    if (as === 'officer') await made.addCookies([{ name: SESSION_COOKIE, value: token, url: origin }])
    return made
  }
  const contextsFor = async (as: Sample['as']) => ({
    scripted: await contextFor(as),
    plain: await contextFor(as, { javaScriptEnabled: false }),
    large: await contextFor(as, { from: largeBrowser }),
  })
  const contexts = { visitor: await contextsFor('visitor'), officer: await contextsFor('officer') }
  const waiting = [
    ...samples,
    ...galleryAddresses.map((address) => ({ route: address, address, as: 'visitor' as const })),
  ]
  const seen = new Set<string>()
  const walkNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const cookie = next.as === 'officer' ? `${SESSION_COOKIE}=${token}` : ''
      const answer = await fetch(origin + next.address, { redirect: 'manual', headers: cookie ? { cookie } : {} })
      if (answer.status >= 500 || answer.status === 404) found.document.push(`${next.address}: status ${answer.status}`)
      if (!answer.headers.get('content-type')?.startsWith('text/html') || (answer.status >= 300 && answer.status < 400))
        continue
      const again = seen.has(next.route)
      seen.add(next.route)
      await walkPage(origin + next.address, { ...contexts[next.as], found, again })
      walked++
    }
  }
  await Promise.all([walkNext(), walkNext()])
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await largeBrowser?.close()
  server?.closeAllConnections()
  await new Promise((resolve) => void server?.close(resolve))
})

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
