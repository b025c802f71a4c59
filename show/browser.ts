import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Walk } from './walk.ts'

/** A Chromium or Chrome for the walk. `npm run show` and `npm test` find or install one and note its path. */
export async function openBrowser(root: string): Promise<Browser> {
  const note = join(root, 'node_modules', '.cache', 'backbench-browser')
  const executablePath =
    process.env['CHROME_PATH'] ?? (existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined)
  if (!executablePath) throw new Error('No browser is noted here: run “npm run show”, which finds or installs one.')
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  return chromium.launch({
    executablePath,
    args: [
      ...args,
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}

export const wide = { width: 1280, height: 900 }
export const narrow = { width: 390, height: 844 }

/** Somebody's browser, with cookies of its own. Without JavaScript unless asked for. */
export function someone(browser: Browser, { script = false, viewport = wide } = {}): Promise<BrowserContext> {
  return browser.newContext({
    javaScriptEnabled: script,
    viewport,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce', // else a picture may show one page fading into the next
  })
}

/** A picture of the whole page at both widths, as 'home-1280.png' and 'home-390.png'. */
export async function shoot(walk: Walk, page: Page, name: string): Promise<void> {
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    await page.evaluate('document.fonts.ready.then(() => true)')
    await page.screenshot({ path: join(walk.shots, `${name}-${viewport.width}.png`), fullPage: true })
  }
  await page.setViewportSize(wide)
}
