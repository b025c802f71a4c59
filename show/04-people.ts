import { clone, openScene, sampleGroup, startProgram } from './openScene.ts'
import { erasing } from './people/erasing.ts'
import { handover } from './people/handover.ts'
import { joining } from './people/joining.ts'
import { byKeyboard, everyPage } from './people/keyboard.ts'
import { messyLists } from './people/messyLists.ts'
import { portraitsOf } from './people/portraits.ts'
import { secretarysWalk } from './people/secretary.ts'
import { strangers } from './people/strangers.ts'
import { figures } from './website/figures.ts'
import type { WalkOptions } from './website/scene.ts'
import type { Walk } from './walk.ts'

const MEASURES = ['importingPeople', 'register']

/** Issue 4: a register that volunteers can trust. */
export async function peopleWalk(walk: Walk, options: WalkOptions): Promise<void> {
  const scene = await openScene(walk, options)
  const group = await walk.step('A clone, its program and the sample group', async () => {
    clone(scene)
    await startProgram(scene)
    return sampleGroup(scene)
  })
  await walk.step('Join, change, take out and leave, on a phone without JavaScript', () => joining(scene, group))
  await walk.step('Messy lists, one by one, each undone', () => messyLists(scene, group))
  await walk.step('The secretary brings in 200 people', () => secretarysWalk(scene, group))
  await walk.step('Strangers try every address', () => strangers(scene, group))
  await walk.step('In the register by keyboard', () => byKeyboard(scene, group))
  await walk.step('Somebody is erased, and looked for everywhere', () => erasing(scene, group))
  await walk.step('Every page, looked at in every way', () => everyPage(scene, group, 'people'))
  await walk.step('Portraits', () => portraitsOf(scene, group, 'people'))
  await walk.step('An office handed over on a day', () => handover(scene, group))
  await walk.step('Figures', () => figures(scene, MEASURES))
}
