import type { Page } from 'playwright-core'
import { ask } from '../asking.ts'
import { shoot, someone } from '../browser.ts'
import { clone, startProgram } from '../openScene.ts'
import { command, commandJson, type Program } from '../program.ts'
import { expect, expectSame, Miss } from '../walk.ts'
import { homeOf, type Scene } from './scene.ts'

const first = { name: 'Harbour Light Forum', officer: 'Ines Calloway', email: 'ines.calloway@example.org' }

/** A clone, `npm start` on an empty data folder, a group set up in the browser, and its officer signed in twice. */
export async function oneCommand(scene: Scene): Promise<Program> {
  clone(scene)
  const program = await startProgram(scene)
  const { status } = await ask(`${program.address}/healthz`)
  expectSame(status, 200, '/healthz')
  expectSame((await ask(`${program.address}/`)).status, 503, '/ before anything is set up')
  scene.walk.saw('/healthz answers 200; / says to everybody else that the website is being set up')
  await setUp(scene, program)
  const [group] = (await commandJson(scene.terminal, ['group', 'list'])) as { slug: string; name: string }[]
  expectSame(group?.name, first.name, 'group list names the group')
  const office = homeOf(scene, group!.slug)
  await signInByCode(scene, office)
  await signInByLink(scene, office)
  return program
}

async function setUp({ walk, browser }: Scene, program: Program): Promise<void> {
  const oneTime = program.lines.find((line) => /\/set-up\/\S+$/.test(line))
  expect(oneTime, `stdout names a one-time address to set up: ${program.lines.join(' | ')}`)
  const context = await someone(browser)
  const page = await context.newPage()
  await page.goto(oneTime)
  await shoot(walk, page, 'set-up')
  await page.getByLabel('Name of the group').fill(first.name)
  await page.getByLabel('Your name').fill(first.officer)
  await page.getByLabel('Your email address').fill(first.email)
  await page.getByRole('button', { name: 'Make the website' }).click()
  expectSame(new URL(page.url()).pathname, '/office', 'After the set-up')
  walk.saw(
    `set up “${first.name}” at the one-time address, without script: ${await page.getByRole('heading', { level: 1 }).innerText()}`,
  )
  const again = await page.goto(oneTime)
  expectSame(again?.status(), 410, 'The one-time address, opened again')
  walk.saw('the one-time address answers 410 from then on')
  await context.close()
}

async function signInByCode(scene: Scene, office: string): Promise<void> {
  const context = await someone(scene.browser)
  const page = await askForLetter(await context.newPage(), office)
  const { code } = await letter(scene)
  await page.getByLabel('Six-digit code').fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
  expectSame(new URL(page.url()).pathname, '/office', 'After signing in by the code')
  scene.walk.saw('signed in with the six digits of the letter in the outbox')
  await context.close()
}

async function signInByLink(scene: Scene, office: string): Promise<void> {
  const context = await someone(scene.browser)
  const page = await askForLetter(await context.newPage(), office)
  await page.goto((await letter(scene)).link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  expectSame(new URL(page.url()).pathname, '/office', 'After signing in by the link')
  scene.walk.saw('and once more, in a fresh browser, with the link in the letter')
  await context.close()
}

async function askForLetter(page: Page, office: string): Promise<Page> {
  await page.goto(`${office}/sign-in`)
  await page.getByLabel('Email address').fill(first.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  return page
}

/** The latest letter, as the host reads it at the terminal. It is sent by a job, moments after it was asked for. */
const seen = new Set<string>()
async function letter({ terminal }: Scene): Promise<{ code: string; link: string }> {
  for (let turn = 0; turn < 10; turn++) {
    const { stdout, code } = await command(terminal, ['outbox', '--last'])
    const [, link = ''] = /(http:\/\/\S+\/sign-in\/link\/[\w-]+)\s/.exec(stdout) ?? []
    const [, digits = ''] = /Your code is (\d{6})\b/.exec(stdout) ?? []
    expectSame(code, 0, 'The exit code of “outbox --last”')
    if (seen.has(link) || !link) continue
    seen.add(link)
    expect(digits, `the letter has a code of six digits: ${stdout}`)
    return { code: digits, link }
  }
  throw new Miss('“outbox --last” shows a new letter, with its link in one piece')
}
