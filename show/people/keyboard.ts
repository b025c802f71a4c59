import { type Answer, askAs } from '../asking.ts'
import { shoot } from '../browser.ts'
import { strongly } from '../signingIn.ts'
import { Typist } from '../website/keyboard.ts'
import { expect, type Walk } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { aDesk, checks, isPage as isWholePage, nothingFound, walkPage } from '../../test/pageWalk.ts'
import { openDoors, samplesIn } from './doors.ts'
import { CHAIR } from './officers.ts'

const NEW = { name: 'Maud Ellerby', email: 'maud.ellerby@example.org' }

/** An officer works in the register with nothing but keys, and no script: somebody is added, found, noted, and seen by filter. */
export async function byKeyboard({ walk, ...scene }: Scene, { address, ...group }: Trial): Promise<void> {
  const context = await strongly({ walk, ...scene }, { address, ...group }, CHAIR)
  const page = context.pages()[0]!
  const typist = new Typist(page)
  await typist.open(`${address}/office/register`)
  await typist.activate('link', 'Add someone')
  await typist.write(/^(Full )?[Nn]ame/, NEW.name)
  await typist.write(/^Email/, NEW.email)
  await typist.activate('button', /^Add|^Save|^Keep/)
  expect(
    (await typist.text()).includes(NEW.name),
    `the new person’s record is open: ${(await typist.text()).slice(0, 400)}`,
  )
  await typist.open(`${address}/office/register`)
  await typist.write(/^Search|^Name/, 'ellerby')
  await typist.enter()
  await typist.activate('link', NEW.name)
  await typist.activate('link', /^Notes/)
  await typist.write('What should be remembered', 'Rang about the spring walk.')
  await typist.activate('button', 'Keep the note')
  expect((await typist.text()).includes('Rang about the spring walk.'), 'the note is kept')
  await shoot(walk, page, 'record-notes')
  walk.saw(`somebody was added, found and noted with ${typist.keys} keys; no pointer, no script`)
  await context.close()
}

/** Every page of a slice, as its officer and as a visitor: axe at both widths, Tab from end to end, 320 px, large text, without script. */
export async function everyPage(
  { walk, terminal, browser }: Scene,
  { slug, address }: Trial,
  slice: string,
): Promise<void> {
  const doors = await openDoors(terminal)
  const [found, seen] = [nothingFound(), new Set<string>()]
  const desk = await aDesk(browser)
  try {
    const samples = await samplesIn(doors.context(slug), slice)
    const [name, value] = (await doors.cookieFor(slug, CHAIR)).split('=') as [string, string]
    for (const { route, address: path, as } of samples) {
      const cookies = as === 'officer' ? [{ name, value, url: address }] : []
      await desk.sit(cookies)
      if (!isPage(await askAs(desk.page.context(), address + path))) continue
      await walkPage(desk, address + path, { found, again: seen.has(route) })
      seen.add(route)
    }
  } finally {
    await desk.close()
    await doors.installation.close()
  }
  tell(walk, found, seen.size)
}

/** What leads elsewhere is no page either. */
export const isPage = ({ status, headers }: Answer): boolean => status < 300 && isWholePage((name) => headers[name])

function tell(walk: Walk, found: ReturnType<typeof nothingFound>, pages: number): void {
  for (const check of checks) {
    const [first, ...more] = found[check]
    expect(!first, `${check}: ${first}${more.length ? ` and ${more.length} more` : ''}`)
  }
  walk.saw(`${pages} kinds of page: nothing found by ${checks.join(', ')}`)
}
