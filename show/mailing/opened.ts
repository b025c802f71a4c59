import { join } from 'node:path'
import { undrawn } from '../../test/mailPrograms.ts'
import { narrow, wide } from '../browser.ts'
import { CHAIR } from '../people/officers.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene } from '../website/scene.ts'
import { htmlIn } from './post.ts'
import type { Sink } from './sink.ts'

/** A letter as it came to the mail server, opened on a phone and in the dark, and its source held against what mail programs draw. */
export async function letterOpened({ walk, browser }: Scene, sink: Sink): Promise<void> {
  const html = htmlIn(sink.lettersTo(CHAIR).find((text) => /^Subject: Test:/m.test(text))!)
  expect(Buffer.byteLength(html) < 100_000, `the letter is under 100 KB: ${Buffer.byteLength(html)}`)
  for (const [name, viewport, colorScheme] of [
    ['light-1280', wide, 'light'],
    ['light-390', narrow, 'light'],
    ['dark-390', narrow, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.setContent(html)
    expect(
      await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'),
      `the letter needs no sideways scrolling at ${viewport.width} px`,
    )
    await page.screenshot({ path: join(walk.shots, `letter-${name}.png`), fullPage: true })
    await context.close()
  }
  expectSame(undrawn(html), [], 'What some mail program does not draw, beyond the extras')
  walk.saw(
    `a letter of ${Math.round(Buffer.byteLength(html) / 1000)} KB, at 1280 and 390 px and in the dark; caniemail finds nothing but the extras`,
  )
}
