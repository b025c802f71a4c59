import { openScene } from './openScene.ts'
import { figures } from './website/figures.ts'
import { bringIn } from './website/import.ts'
import { killImports } from './website/kills.ts'
import { oldAddresses } from './website/oldAddresses.ts'
import { oneCommand } from './website/oneCommand.ts'
import { portraits } from './website/portraits.ts'
import type { WalkOptions } from './website/scene.ts'
import { strangeExports } from './website/strangeExports.ts'
import { writing } from './website/writing.ts'
import type { Walk } from './walk.ts'

const MEASURES = ['starts', 'cachedPage', 'uncachedPages', 'homeWeight', 'importing']

/** Issue 2: a real group's website, from one command on an empty machine. */
export async function websiteWalk(walk: Walk, options: WalkOptions): Promise<void> {
  const scene = await openScene(walk, options)

  const program = await walk.step('One command on an empty machine', () => oneCommand(scene))
  const trial = await walk.step('A real group’s website comes in', () => bringIn(scene))
  await walk.step('Every old address leads somewhere', () => oldAddresses(scene, trial))
  await walk.step('An officer writes, without script and by keyboard', () => writing(scene, trial))
  await walk.step('Strange exports, one by one', () => strangeExports(scene))
  await walk.step('kill -9 in the middle of an import', () => killImports(scene, program))
  await walk.step('Figures and tests', () => figures(scene, MEASURES))
  await walk.step('Portraits', () => portraits(scene, trial))
}
