import { askAs } from '../asking.ts'
import { someone } from '../browser.ts'
import { strongly } from '../signingIn.ts'
import { expect } from '../walk.ts'
import { shootAll } from '../website/portraits.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { openDoors, samplesIn } from './doors.ts'
import { isPage } from './keyboard.ts'
import { CHAIR } from './officers.ts'

/** A picture of every page of a slice at both widths, named after its address. */
export async function portraitsOf(scene: Scene, { slug, ...group }: Trial, slice: string): Promise<void> {
  const doors = await openDoors(scene.terminal)
  const samples = await samplesIn(doors.context(slug), slice)
  await doors.installation.close()
  const seen = new Set<string>()
  const officer = await strongly(scene, { slug, ...group }, CHAIR)
  const visitor = await someone(scene.browser)
  for (const { route, address, as } of samples) {
    if (seen.has(route)) continue
    seen.add(route)
    const context = as === 'officer' ? officer : visitor
    if (!isPage(await askAs(context, group.address + address))) continue
    await shootAll(scene, { context, address: group.address }, { [nameOf(address)]: address })
  }
  expect(seen.size > 12, `the slice has pages: ${seen.size}`)
  for (const context of [officer, visitor]) await context.close()
  scene.walk.saw(`pictures at 1280 and 390 px of ${seen.size} kinds of page: ${scene.walk.shots}`)
}

/** 'page-office-register-id-notes' */
const nameOf = (address: string): string =>
  `page${address
    .replace(/\?.*/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replaceAll(/[^a-z0-9]+/gi, '-')}`
