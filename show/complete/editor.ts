import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { page as read } from '../asking.ts'
import { narrow, shoot, wide } from '../browser.ts'
import { expect, expectSame } from '../walk.ts'
import { signedIn, withScript } from '../signingIn.ts'
import type { Scene, Trial } from '../website/scene.ts'

const TITLE = 'Twelve bridges in twelve weeks'

/** A post written with the tools of the rich editor, pasted from Word among it, at both widths and by keyboard alone. */
export async function richEditor(scene: Scene, group: Trial): Promise<void> {
  const context = await withScript(scene, await signedIn(scene, group))
  const page = context.pages()[0]!
  const broken: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && broken.push(message.text())))
  await write(scene, group, page)
  await page.setViewportSize(narrow)
  const fits = await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
  expect(fits, 'the editor does not scroll sideways at 390 px')
  await page.setViewportSize(wide)
  await shoot(scene.walk, page, 'rich-editor')
  await publish(scene, group, page)
  expectSame(broken, [], 'What the browser complained of')
  await context.close()
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

async function write({ walk, root }: Scene, { address }: Trial, page: Page): Promise<void> {
  const { keyboard } = page
  await page.goto(`${address}/office/posts/new`)
  await page.getByLabel('Title').fill(TITLE)
  await text(page).focus()
  await keyboard.press('Control+Alt+2')
  await keyboard.type('Why bridges')
  await keyboard.press('Enter')
  await keyboard.type('Because ')
  await keyboard.press('Control+b')
  await keyboard.type('everybody')
  await keyboard.press('Control+b')
  await keyboard.type(' crosses them.')
  await keyboard.press('Enter')
  await paste(page, readFileSync(join(root, 'src', 'publishing', 'office', 'fromWord.html'), 'utf8'))
  await page.getByText('Write the request down').waitFor()
  walk.saw('written with tools, by keyboard: a heading, bold words, and a piece of Word’s own markup pasted in')
}

/** Browsers let no script put another program's markup on the clipboard, so the event is made by hand. */
const paste = (page: Page, html: string): Promise<void> =>
  text(page).evaluate((element, markup) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', markup)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)

async function publish({ walk }: Scene, { address }: Trial, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish the post' }).click()
  await page.locator('.toast').getByText('It is on the website.').waitFor()
  const home = await read(`${address}/`)
  const path = new RegExp(`href="([^"]+)"[^>]*>${TITLE}`).exec(home)?.[1]
  expect(path, 'the home page leads to the new post')
  const post = await read(address + path)
  for (const part of [/<h2[^>]*>Why bridges/, /<strong>everybody<\/strong>/, /<(?:ol|ul)[\s>]/])
    expect(part.test(post), `readers see ${String(part)}`)
  expect(!/mso-|MsoList|<o:p>/i.test(post), 'nothing of Word’s markup reaches readers')
  walk.saw('published: readers see heading, bold and real lists, and nothing of Word’s markup')
}
