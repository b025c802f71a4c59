import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from './browser.ts'
import { figures } from './website/figures.ts'
import { bringIn } from './website/import.ts'
import { killImports } from './website/kills.ts'
import { oldAddresses } from './website/oldAddresses.ts'
import { oneCommand } from './website/oneCommand.ts'
import { portraits } from './website/portraits.ts'
import type { Scene } from './website/scene.ts'
import { strangeExports } from './website/strangeExports.ts'
import { writing } from './website/writing.ts'
import type { Walk } from './walk.ts'

export interface WalkOptions {
  readonly root: string
  readonly here: boolean
  readonly withTests: boolean
}

/** Issue 2: a real group's website, from one command on an empty machine. */
export async function websiteWalk(walk: Walk, options: WalkOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'backbench-show-'))
  walk.atTheEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const browser = await openBrowser(options.root)
  walk.atTheEnd(() => browser.close())
  const home = options.here ? options.root : join(folder, 'backbench')
  const scene: Scene = {
    walk,
    browser,
    folder,
    ...options,
    data: join(options.root, '..', 'shared', 'data'),
    terminal: { folder: home, env: { PORT: '4100', BACKBENCH_DATA: join(folder, 'data') } },
  }

  const program = await walk.step('One command on an empty machine', () => oneCommand(scene))
  const trial = await walk.step('A real group’s website comes in', () => bringIn(scene))
  await walk.step('Every old address leads somewhere', () => oldAddresses(scene, trial))
  await walk.step('An officer writes, without script and by keyboard', () => writing(scene, trial))
  await walk.step('Strange exports, one by one', () => strangeExports(scene))
  await walk.step('kill -9 in the middle of an import', () => killImports(scene, program))
  await walk.step('Figures and tests', () => figures(scene))
  await walk.step('Portraits', () => portraits(scene, trial))
}
