import { existsSync, readFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const NOTE = 'node_modules/.cache/backbench-browser'
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
/** As root there is no sandbox; the rest keeps the browser from asking anybody else anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Opens the browser that `npm test` has found or installed (bin/browser.mjs), or CHROME_PATH, or one in a usual place. */
export function openChromium(...flags: string[]): Promise<Browser> {
  const noted = existsSync(NOTE) ? readFileSync(NOTE, 'utf8').trim() : ''
  const path = [process.env['CHROME_PATH'] ?? '', noted, ...USUAL].find((one) => one && existsSync(one))
  if (!path)
    throw new Error('There is no browser for the tests: install Chromium or Chrome, or set CHROME_PATH to one.')
  return chromium.launch({ executablePath: path, args: [...FLAGS, ...flags] })
}
