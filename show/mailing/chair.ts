import type { Page } from 'playwright-core'
import { shoot } from '../browser.ts'
import { strongly } from '../signingIn.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { CHAIR } from '../people/officers.ts'
import { beginLetter, decide, deliveriesOf, minutesPass, says, stateOf, twice, untilSent } from './post.ts'
import type { Sink } from './sink.ts'

const SUBJECT = 'Come to the winter meeting'

/** The chair's path, without script: a draft of what happened, edited, looked at, checked, sent, called back, sent, and what came of it. */
export async function chairsPath(scene: Scene, group: Trial, sink: Sink): Promise<string> {
  const { walk, terminal } = scene
  const context = await strongly(scene, group, CHAIR)
  const page = context.pages()[0]!
  const letter = await beginLetter(page, group.address, { subject: SUBJECT, drafted: true })
  const drafted = await page.locator('.letter-part').count()
  expect(drafted >= 3, `the draft has parts: ${drafted}`)
  walk.saw(`“Draft it for me”: ${drafted} parts of what happened since the last newsletter`)
  await page.getByLabel('Preview line').fill('Soup at one, the river plan at two')
  await page.getByRole('button', { name: 'Save' }).click()
  await add(page, `${letter}/blocks/new?kind=ask`, { Question: 'Could you bring soup?' })
  await add(page, `${letter}/blocks/new?kind=event`, {
    'What happens': 'Winter meeting',
    Day: '2026-12-05',
    'Place (if you like)': 'Reading Room, Marstow',
  })
  await shoot(walk, page, 'write')
  walk.saw('edited: a preview line, an event, and a question to the readers')
  for (const as of ['desktop', 'phone', 'dark', 'bare', 'plain']) {
    await page.goto(`${letter}/look?as=${as}`)
    await shoot(walk, page, `look-${as}`)
  }
  await page.getByRole('button', { name: 'Send me a test' }).click()
  await page.goto(`${letter}/checks`)
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.waitForTimeout(8000)
  await page.goto(`${letter}/checks`)
  await says(page, 'Who may send for the domain (SPF)', 'the sender’s domain was asked for')
  await shoot(walk, page, 'checks')
  expectSame(sink.takenOf(`Test: ${SUBJECT}`), [CHAIR], 'Who got the test')
  walk.saw(
    'looked at in five ways, sent to herself as a test, checked: size, imprint, pictures, links, SPF, DKIM and DMARC, in words; letters are signed from now on',
  )
  await page.goto(`${letter}/audience`)
  await says(page, /do not get it/, 'the audience says who does not get it, and why')
  await shoot(walk, page, 'audience')
  await decide(page, letter)
  await page.getByRole('button', { name: /Call it back/ }).click()
  expectSame(
    [await stateOf(terminal, letter), sink.takenOf(SUBJECT)],
    ['draft', []],
    'Called back: its state, and who got it',
  )
  await decide(page, letter)
  await shoot(walk, page, 'decided')
  await minutesPass(terminal, letter)
  await untilSent(terminal, letter)
  const [rows, taken] = [await deliveriesOf(terminal, letter), sink.takenOf(SUBJECT)]
  expectSame(twice(taken), [], 'Who got two')
  expectSame(taken.toSorted(), rows.map(({ address }) => address).toSorted(), 'Who got the letter')
  await page.goto(`${letter}/sending`)
  await shoot(walk, page, 'sent')
  await page.goto(`${letter}/results`)
  await shoot(walk, page, 'results')
  walk.saw(
    `sent, called back, sent again: ${rows.length} readers, each one copy; the results page says what came of it`,
  )
  await context.close()
  return letter
}

async function add(page: Page, form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(form)
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Add to the letter' }).click()
}
