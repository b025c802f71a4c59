import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { narrow, openBrowser, wide } from '../../show/browser.ts'
import { get, type Place } from '../place.ts'
import type { Figure } from '../table.ts'

const HOST = 'rivers.localhost'

/** What a first visitor's browser fetches for the sample group's home page, and how far it moves while it arrives. */
export async function homeWeight(place: Place): Promise<Figure[]> {
  const browser = await openBrowser(place.root).catch((error: Error) => error)
  if (browser instanceof Error) return [{ name: 'Home page, cold', value: null, unit: 'KB', note: browser.message }]
  try {
    // the very first visitor after a change is served before the compressed form is ready
    for (let turn = 0; turn < 2; turn++) {
      await get(place, { host: `${HOST}:${place.port}`, path: '/', headers: { 'accept-encoding': 'br' } })
      await sleep(500)
    }
    const figures: Figure[] = []
    for (const viewport of [wide, narrow]) {
      const page = await (await browser.newContext({ viewport })).newPage()
      figures.push(...(await weigh(page, { address: `http://${HOST}:${place.port}/`, width: viewport.width })))
    }
    return figures
  } finally {
    await browser.close()
  }
}

async function weigh(page: Page, { address, width }: { address: string; width: number }): Promise<Figure[]> {
  const wire = await page.context().newCDPSession(page)
  const fetched = await listen(wire)
  await page.addInitScript(WATCH_SHIFTS)
  await page.goto(address, { waitUntil: 'networkidle' })
  const asked = [...fetched.values()]
  const shift = Number(await page.evaluate('window.movedBy'))
  const bytes = asked.reduce((sum, one) => sum + one.bytes, 0)
  const scripts = asked.filter(({ type }) => type === 'Script').length
  const name = `Home at ${width} px, cold`
  return [
    {
      name: `${name}: on the wire`,
      value: bytes / 1000,
      unit: 'KB',
      target: 110,
      note: `${asked.length} requests`,
      raw: asked,
    },
    { name: `${name}: scripts`, value: scripts, unit: 'files', target: 0 },
    { name: `${name}: layout shift`, value: shift, unit: 'CLS', target: 0 },
  ]
}

interface Asked {
  readonly url: string
  readonly type: string
  bytes: number
}

/** Bytes as they came over the wire, heads included. */
async function listen(wire: CDPSession): Promise<ReadonlyMap<string, Asked>> {
  const fetched = new Map<string, Asked>()
  wire.on(
    'Network.responseReceived',
    ({ requestId, response, type }) => void fetched.set(requestId, { url: response.url, type, bytes: 0 }),
  )
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const asked = fetched.get(requestId)
    if (asked) asked.bytes = encodedDataLength
  })
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  return fetched
}

const WATCH_SHIFTS = `window.movedBy = 0
new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.movedBy += value }).observe({ type: 'layout-shift', buffered: true })`
