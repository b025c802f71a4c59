import type { Page } from 'playwright-core'
import { page as pageAt } from '../asking.ts'
import { narrow, shoot, someone } from '../browser.ts'
import { linkIn, nextLetter } from '../outbox.ts'
import { expect, expectSame, Miss, type Walk } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { signedIn } from '../signingIn.ts'
import { addressesOf } from '../website/sitemap.ts'

const COMMENT = 'Could you add the week of the flood to this table? It would answer half of the questions I get.'
const ANSWER = 'Yes: it is in the next one.'
const VISITOR = 'walter.ash@example.org'
const LEAST_TARGET = 44

/**
 * A comment from form to page, by a visitor without JavaScript, and its moderation on a phone. Needs a running program and a
 * group with a post that takes comments, such as the sample group.
 */
export async function comments(scene: Scene, group: Trial): Promise<void> {
  const path = await talkedPost(group.address)
  const post = group.address + path
  const visitor = await (await someone(scene.browser)).newPage()
  await writeComment(scene, visitor, post)
  await confirmIt(scene, visitor, post)
  const officer = await onPhone(scene, group)
  await moderate(scene, officer, { group, post })
  await reportAndHide(scene, { visitor, officer, group, post })
  await visitor.context().close()
  await officer.context().close()
}

/** The first post whose page has a form for comments. */
export async function talkedPost(address: string): Promise<string> {
  for (const path of await addressesOf(address))
    if ((await pageAt(address + path)).includes('Write a comment')) return path
  throw new Miss(`a post of ${address} takes comments`)
}

async function writeComment({ walk }: Scene, visitor: Page, post: string): Promise<void> {
  await visitor.goto(post)
  await visitor.getByLabel('Your comment').fill(COMMENT)
  await visitor.getByRole('button', { name: 'Send the comment' }).click()
  expect((await words(visitor)).includes('Enter your name'), 'a form without a name is refused in words')
  expectSame(await visitor.getByLabel('Your comment').inputValue(), COMMENT, 'What was typed, in the refused form')
  await visitor.getByLabel('Your name').fill('Walter Ash')
  await visitor.getByLabel('Your email address').fill(VISITOR)
  await visitor.getByRole('button', { name: 'Send the comment' }).click()
  expect((await words(visitor)).includes('We have sent you a letter'), 'the page says that a letter was sent')
  await shoot(walk, visitor, 'comment-sent')
  walk.saw(`a visitor without JavaScript wrote a comment under ${new URL(post).pathname}; the form kept what was typed`)
}

async function confirmIt({ walk, terminal }: Scene, visitor: Page, post: string): Promise<void> {
  const link = linkIn(await nextLetter(terminal, VISITOR, 0), '/comments/confirm/')
  await visitor.goto(link)
  await visitor.goto(link)
  expect(!(await pageAt(post)).includes(COMMENT), 'opening the link publishes nothing')
  await visitor.getByRole('button', { name: 'Confirm the comment' }).click()
  expect((await words(visitor)).includes('waits for an officer'), 'the press puts the comment into the queue')
  expect(!(await pageAt(post)).includes(COMMENT), 'a comment that waits is not on the page')
  await visitor.goto(link)
  expect((await words(visitor)).includes('confirmed already'), 'the link works once')
  walk.saw('the letter’s link does nothing by itself; one press confirms, and a second changes nothing')
}

async function onPhone(scene: Scene, group: Trial): Promise<Page> {
  const page = (await signedIn(scene, group)).pages()[0]!
  await page.setViewportSize(narrow)
  return page
}

interface Looked {
  readonly group: Trial
  readonly post: string
}

async function moderate({ walk }: Scene, officer: Page, { group, post }: Looked): Promise<void> {
  await officer.goto(`${group.address}/office`)
  expect(/\bcomments? waits?\b/.test(await words(officer)), 'Today says that comments wait')
  await officer
    .getByRole('listitem')
    .filter({ hasText: /\bcomments? wait/ })
    .getByRole('link', { name: /^Read (it|them)/ })
    .click()
  const card = officer.getByRole('listitem').filter({ hasText: COMMENT })
  expectSame(await card.count(), 1, 'Comments in the queue with these words')
  await big(officer, card.getByRole('button'))
  await shootPhone(walk, officer, 'comments-queue')
  await card.getByRole('button', { name: /^Approve/ }).click()
  expect((await pageAt(post)).includes(COMMENT), 'the approved comment is on the page')
  await officer.getByRole('button', { name: 'Undo' }).click()
  expect(!(await pageAt(post)).includes(COMMENT), 'after Undo it is not')
  await officer.goto(`${group.address}/office/comments`)
  await card.getByRole('link', { name: /^Reply to/ }).click()
  await officer.getByLabel('Answer', { exact: true }).fill(ANSWER)
  await shootPhone(walk, officer, 'comments-answer')
  await officer.getByRole('button', { name: 'Approve the comment and answer' }).click()
  const shown = await pageAt(post)
  expect(shown.includes(COMMENT) && shown.includes(ANSWER), 'the comment and its answer are on the page')
  walk.saw(`on a phone of ${narrow.width} px an officer approved it, took that back, and answered; each shown at once`)
}

/** Everything that is pressed is at least 44 px high, and nothing scrolls sideways. */
async function big(page: Page, buttons: ReturnType<Page['getByRole']>): Promise<void> {
  for (const button of await buttons.all()) {
    const height = (await button.boundingBox())?.height ?? 0
    expect(height >= LEAST_TARGET, `“${await button.innerText()}” is ${LEAST_TARGET} px high, not ${height}`)
  }
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  expect(Number(wide) <= narrow.width, `the queue fits ${narrow.width} px, not ${String(wide)}`)
}

async function reportAndHide(
  { walk }: Scene,
  { visitor, officer, group, post }: Looked & { readonly visitor: Page; readonly officer: Page },
): Promise<void> {
  await visitor.goto(post)
  await visitor.getByRole('link', { name: 'Report the comment by Walter Ash' }).first().click()
  await visitor.getByLabel('What is wrong with it?').fill('It asks for work that somebody else should do.')
  await visitor.getByRole('button', { name: 'Report the comment' }).click()
  expect((await words(visitor)).includes('Thank you for the report'), 'a report is thanked for')
  await officer.goto(`${group.address}/office/comments?state=reported`)
  const card = officer.getByRole('listitem').filter({ hasText: COMMENT })
  expect((await card.innerText()).includes('somebody else should do'), 'the officer reads what was reported')
  await shootPhone(walk, officer, 'comments-reported')
  await card.getByRole('button', { name: /^Hide it/ }).click()
  expect(!(await pageAt(post)).includes(COMMENT), 'a hidden comment is not on the page')
  walk.saw('a reader reported it, and the officer hid it')
}

const words = (page: Page): Promise<string> => page.locator('body').innerText()

async function shootPhone(walk: Walk, page: Page, name: string): Promise<void> {
  await shoot(walk, page, name)
  await page.setViewportSize(narrow)
}
