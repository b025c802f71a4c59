import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { aChance } from '../../test/lifecycle/chance.ts'
import { shoot } from '../browser.ts'
import type { Program } from '../program.ts'
import { commandJson } from '../program.ts'
import { strongly } from '../signingIn.ts'
import { expect, expectSame, Miss } from '../walk.ts'
import { homeOf, type Scene } from '../website/scene.ts'
import { beginLetter, decide, deliveriesOf, minutesPass, stateOf, twice, untilSent } from './post.ts'
import type { Sink } from './sink.ts'

const [READERS, KILLS, LINES] = [5000, 20, 5]
const OFFICER = 'post@example.org'
const VICTIMS = ['the program', 'the database', 'the mail server'] as const

/** 5,000 letters, while program, database and mail server are killed in turn at random moments; then everybody is looked for. */
export async function killedWhileSending(scene: Scene, program: Program, sink: Sink): Promise<void> {
  const { walk, terminal } = scene
  const group = { slug: 'post', address: homeOf(scene, 'post'), officer: OFFICER }
  await commandJson(terminal, ['group', 'create', '--name', 'The Post', '--slug', group.slug, '--officer', OFFICER])
  await readers(scene)
  const context = await strongly(scene, group, OFFICER)
  const page = context.pages()[0]!
  await imprint(page, group.address)
  const letter = await beginLetter(page, group.address, { subject: 'To all of us' })
  await decide(page, letter)
  const before = sink.taken().length
  await minutesPass(terminal, letter)
  const chance = aChance()
  const killed: string[] = []
  for (let turn = 0; turn < KILLS; turn += 1) {
    const wanted = before + Math.floor(((turn + 1) * READERS) / (KILLS + 2)) - chance.below(100)
    if (!(await until(() => sink.taken().length >= wanted)))
      throw new Miss(`letters go on after ${killed.at(-1)} was killed`)
    const victim = VICTIMS[turn % VICTIMS.length]!
    await kill(scene, { victim, program, sink })
    killed.push(victim)
    await goOn(page, { scene, letter })
  }
  await untilSent(terminal, letter, 25)
  const rows = await deliveriesOf(terminal, letter)
  const came = sink.taken().filter((address) => address.endsWith('@readers.example.org'))
  const [here, uncertain] = [
    new Set(came),
    rows.filter(({ state }) => state === 'uncertain').map(({ address }) => address),
  ]
  const missing = rows.filter(({ address }) => !here.has(address))
  expectSame(twice(came), [], 'Addresses that got two copies')
  expectSame(rows.length, READERS, 'Deliveries')
  expectSame(
    missing.filter(({ state }) => state !== 'uncertain'),
    [],
    'Addresses without a letter that are not listed',
  )
  expect(uncertain.length <= KILLS * LINES, `uncertain are at most ${KILLS * LINES}: ${uncertain.length}`)
  walk.saw(
    `${KILLS} times kill -9 (${VICTIMS.map((one) => `${one} ${killed.filter((other) => other === one).length}`).join(', ')}): ${came.length} letters at the mail server, none twice; ${uncertain.length} uncertain, of whom ${missing.length} have none; everybody else has one`,
  )
  await page.goto(`${letter}/uncertain`)
  await shoot(walk, page, 'uncertain')
  await context.close()
}

/** People who asked for the newsletter, brought in by a list with the slips on which they did. */
async function readers({ terminal, folder }: Scene): Promise<void> {
  const lines = Array.from(
    { length: READERS },
    (_, n) => `Reader ${n},reader${n}@readers.example.org,yes,2026-05-01,A slip at the stall`,
  )
  const file = join(folder, 'readers.csv')
  await writeFile(file, ['Name,Email,Newsletter,Consent date,Consent evidence', ...lines, ''].join('\n'))
  const { new: made } = (await commandJson(terminal, ['import', 'members', file, '--group', 'post'])) as { new: number }
  expectSame(made, READERS, 'People brought in with proof of their yes')
}

/** Without one no newsletter is sent. */
async function imprint(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/office/settings`)
  await page.locator('[name="imprint_name"]').fill('The Post')
  await page.locator('[name="imprint_address"]').fill('1 Mill Row, Marstow')
  await page.locator('form:has([name="imprint_name"]) button[type="submit"]').first().click()
}

async function kill(
  scene: Scene,
  { victim, program, sink }: { victim: string; program: Program; sink: Sink },
): Promise<void> {
  if (victim === 'the program') {
    await program.kill()
    await program.start()
  } else if (victim === 'the mail server') {
    await sink.kill()
    await sink.start()
  } else process.kill(databaseOf(scene), 'SIGKILL') // the program starts it again
}

/** The server's first line in the file it keeps is its number. */
const databaseOf = ({ terminal }: Scene): number =>
  Number(readFileSync(join(terminal.env['BACKBENCH_DATA']!, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** An officer who sees that a letter waits for a server presses pause and go on, and need not wait a minute. */
async function goOn(page: Page, { scene, letter }: { scene: Scene; letter: string }): Promise<void> {
  await until(() =>
    page.goto(`${letter}/sending`).then(
      (answer) => answer?.status() === 200,
      () => false,
    ),
  )
  if ((await stateOf(scene.terminal, letter)) === 'sending') await press(page, letter, 'Pause it')
  if ((await stateOf(scene.terminal, letter)) === 'paused') await press(page, letter, 'Go on sending')
}

async function press(page: Page, letter: string, name: string): Promise<void> {
  await page.goto(`${letter}/sending`)
  const button = page.getByRole('button', { name })
  if (await button.count()) await button.click()
}

/** Whether it came to be within two minutes. */
async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const limit = Date.now() + 120_000; Date.now() < limit; await sleep(50)) if (await holds()) return true
  return false
}
