import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './chromium.ts'
import { aDesk, type Desk, nothingFound, walkPage } from './pageWalk.ts'

let browser: Browser
let desk: Desk
let server: Server
let html: string
beforeAll(async () => {
  browser = await openChromium()
  desk = await aDesk(browser)
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  await browser.close()
  server.close()
})

/** What the walk finds on a page with this head and body. */
async function walk(head: string, body: string) {
  html = `<!doctype html><html lang="en-GB"><head><title>A page</title>
    <link rel="icon" href="data:,">${head}</head><body><main><h1>A page</h1>${body}</main></body></html>`
  const found = nothingFound()
  await walkPage(desk, `http://localhost:${(server.address() as AddressInfo).port}/`, { found })
  return found
}
const words = (...parts: RegExp[]) => expect.arrayContaining(parts.map((part) => expect.stringMatching(part)))

const STYLE = '<style>:focus-visible { outline: 3px solid #000 } button { min-height: 44px }</style>'
const FIELDS = `<button>First</button><label>Day and time<br><input type="datetime-local"></label><p><button id="last">Last</button></p>`

test('a good page is found good, from whatever stop its own script begins', async () => {
  expect(await walk(STYLE, FIELDS)).toEqual(nothingFound())
  expect(await walk(STYLE, `${FIELDS}<script>document.querySelector('#last').focus()</script>`)).toEqual(nothingFound())
})

test('whatever keeps somebody out is found, each by its own check', async () => {
  const faults = `<style>.bare:focus-visible { outline: none } .wide { width: 41rem } .tiny { width: 9px; height: 9px; min-height: 0; padding: 0 }
    .over { position: fixed; inset: auto 0 0; height: 120px; background: #fff } .pale { color: #bbb }</style>`
  const body = `<p class="pale">Too pale</p><button class="bare">Bare</button><button class="tiny"></button><div class="wide">Wide</div>
    ${FIELDS}<button style="margin-top: 800px">Under</button><div class="over">Over all</div><img alt="" src="http://127.0.0.1:1/elsewhere.png">
    <script>document.querySelector('main').append('Only with script'); console.error('Oh')</script>`

  expect(await walk(STYLE + faults, body)).toEqual({
    axe: words(/1280 px: color-contrast/, /390 px: button-name/, /1280 px: button-name/),
    keyboard: words(/no ring on button.bare/, /9 by 9 px: button.tiny/, /covered by div.over: button “Under”/),
    narrow: words(/664 of 320 px: div.wide/),
    'large text': words(/1320 of 1280 px: div.wide/),
    'without script': words(/the words differ/),
    console: words(/Oh/),
    elsewhere: words(/elsewhere.png/),
    document: words(/a style attribute/),
  })
})

test('a name that stands letter under letter is found, and a long address that is broken once is not', async () => {
  const page = (width: string, text: string) =>
    walk(
      `${STYLE}<style>.cell { width: ${width}; overflow-wrap: anywhere }</style>`,
      `<div class="cell">${text}</div>${FIELDS}`,
    )

  expect((await page('1ch', 'Ann Ahmed')).narrow).toEqual(words(/8 lines for “Ann Ahmed”/))
  expect((await page('20ch', 'membership.secretary@tamsel-rivers.example.org')).narrow).toEqual([])
})

test('what stands after a field of many parts is judged, and so is what stands before the first stop', async () => {
  const bare = '<style>#first:focus-visible, #last:focus-visible { outline: none }</style>'
  const focused = `<script>document.querySelector('input').focus()</script>`

  const { keyboard } = await walk(STYLE + bare, `<button id="first">First</button>${FIELDS}${focused}`)

  expect(keyboard).toEqual(words(/no ring on button#last/, /no ring on button#first/))
})

test('a Tab key that goes no further is found, and so is one that goes round before the end', async () => {
  const trap = (to: string) => `<script>document.querySelector('#last').addEventListener('keydown', (event) => {
    event.preventDefault(); document.querySelector('${to}').focus() })</script><button>Beyond</button>`

  expect((await walk(STYLE, FIELDS + trap('#last'))).keyboard).toEqual(words(/the Tab key does not leave button#last/))
  expect((await walk(STYLE, FIELDS + trap('input'))).keyboard).toEqual(words(/the Tab key goes back to input/))
})
