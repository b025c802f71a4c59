import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { aSheetRow, aWorkbook } from '../../src/people/import/reading/factories.ts'
import { shoot } from '../browser.ts'
import { withScript, strongly } from '../signingIn.ts'
import { command } from '../program.ts'
import { expectSame } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { askOwner } from './database.ts'
import { SECRETARY } from './officers.ts'

const PEOPLE = 200
const HEADINGS = [
  'Membership No',
  'First name',
  'Surname',
  'E-mail',
  'Tel.',
  'Post Code',
  'Type',
  'Date joined',
  'Notes',
]
const FIRST = ['Aled', 'Bronwen', 'Ceri', 'Dilys', 'Emrys', 'Ffion', 'Gethin', 'Heledd', 'Idris', 'Lowri']
const LAST = [
  'Abney',
  'Brunt',
  'Cuthbert',
  'Dossett',
  'Eastlake',
  'Fothergill',
  'Gaunt',
  'Hartnoll',
  'Inskip',
  'Jellicoe',
  'Kettle',
  'Lovibond',
  'Maskell',
  'Nettlefold',
  'Oldacre',
  'Penhallow',
  'Quarrell',
  'Rudge',
  'Seagrave',
  'Tregear',
]

/**
 * The membership secretary brings in 200 people from a workbook, in a browser, and takes them back. Counts what had to be pressed
 * and how many pages were read. Needs the sample group.
 */
export async function secretarysWalk(scene: Scene, group: Trial): Promise<void> {
  const file = join(scene.folder, 'Members 2026.xlsx')
  await writeFile(file, workbook())
  const context = await withScript(scene, await strongly(scene, group, SECRETARY))
  const page = context.pages()[0]!
  const letters = await outboxLength(scene)
  const steps = new Steps(page)
  await page.goto(`${group.address}/office`)
  await steps.press(page.getByRole('link', { name: 'Register', exact: true }).first())
  await steps.press(page.getByRole('link', { name: 'Import a list' }))
  await page.getByLabel('The file with your list').setInputFiles(file)
  steps.count('chose the file')
  await steps.press(page.getByRole('button', { name: 'Send the list' }))
  await shoot(scene.walk, page, 'import-match')
  for (const [label, what] of Object.entries({
    Surname: 'last_name',
    'Post Code': 'postcode',
    Type: 'kind',
    'Date joined': 'joined_on',
  }))
    expectSame(await page.getByLabel(label, { exact: true }).inputValue(), what, `What we guess of “${label}”`)
  await steps.press(page.getByRole('button', { name: 'Read the list' }))
  await page.getByRole('heading', { name: 'Check the list' }).waitFor()
  await shoot(scene.walk, page, 'import-check')
  await mendRow(page, steps)
  await shoot(scene.walk, page, 'import-mended')
  await steps.press(page.getByRole('button', { name: `Bring in ${PEOPLE} people` }))
  await page.getByRole('heading', { name: 'What the list brought' }).waitFor()
  await shoot(scene.walk, page, 'import-outcome')
  expectSame(await countOf(scene, '%@inskip.example'), PEOPLE, 'People of the list on the register')
  expectSame(await outboxLength(scene), letters, 'Letters, which an import never sends')
  scene.walk.saw(`${PEOPLE} people from a workbook in ${steps.made.length} steps: ${steps.made.join(', ')}`)
  await undo(scene, page)
  await context.close()
}

/** Counts what the secretary does. */
class Steps {
  readonly made: string[] = []
  readonly #page: Page
  constructor(page: Page) {
    this.#page = page
  }
  count(what: string): void {
    this.made.push(what)
  }
  async press(thing: Locator): Promise<void> {
    this.count(`“${(await thing.innerText()).trim()}”`)
    await thing.click()
    await this.#page.waitForLoadState()
  }
}

/** The one row with a slip in it, mended where it stands. */
async function mendRow(page: Page, steps: Steps): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: 'Aled Abney' })
  await steps.press(row.locator('summary'))
  await row.getByLabel('E-mail').fill('aled.abney.1@inskip.example')
  steps.count('typed the address')
  await steps.press(row.getByRole('button', { name: /^Save/ }))
  await page.getByRole('button', { name: `Bring in ${PEOPLE} people` }).waitFor()
}

async function undo({ walk, ...scene }: Scene, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByText('Undone', { exact: true }).first().waitFor()
  expectSame(await countOf({ walk, ...scene }, '%@inskip.example'), 0, 'People of the list after Undo')
  walk.saw('one press took them all back')
}

async function countOf({ terminal }: Scene, like: string): Promise<number> {
  const rows = await askOwner<{ n: number }>(
    terminal,
    `select count(*)::int as n from people.person where email like $1`,
    [like],
  )
  return rows[0]!.n
}

async function outboxLength({ terminal }: Scene): Promise<number> {
  const { stdout } = await command(terminal, ['outbox'])
  return stdout.split(/^(?=From:)/m).length
}

/** As a volunteer keeps it: a title above the headings, days as people write them, and one address with a slip. */
function workbook(): Uint8Array {
  const rows = Array.from({ length: PEOPLE }, (_, i) => {
    const [first, last] = [FIRST[i % FIRST.length]!, LAST[Math.floor(i / FIRST.length) % LAST.length]!]
    const email = i === 0 ? 'aled.abney at inskip.example' : `${first}.${last}.${i + 1}@inskip.example`.toLowerCase()
    const day = `${1 + (i % 28)}/${String(1 + (i % 12)).padStart(2, '0')}/20${15 + (i % 10)}`
    return [
      String(1000 + i),
      first,
      last,
      email,
      `07700 900${String(i).padStart(3, '0')}`,
      i % 2 ? 'SY1 1AA' : 'SY2 6AL',
      i % 5 ? 'Member' : 'Supporter',
      day,
      '',
    ]
  })
  const lines = [['Members of the forum, 2026'], HEADINGS, ...rows]
  return aWorkbook({ sheets: { Members: lines.map((cells, i) => aSheetRow(i + 1, cells)).join('') } })
}
