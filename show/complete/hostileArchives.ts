import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crimes } from '../../test/archive/crimes.ts'
import { Forgery } from '../../test/archive/forgery.ts'
import { command, commandJson, type Terminal } from '../program.ts'
import { expect, expectSame, Miss } from '../walk.ts'
import type { Scene } from '../website/scene.ts'

/** Archives that somebody tampered with, each refused in a sentence, and nothing changes. Needs only the scene. */
export async function hostileArchives({ walk, folder, terminal }: Scene): Promise<void> {
  const work = join(folder, 'hostile-archives')
  mkdirSync(work)
  const at: Terminal = { folder: terminal.folder, env: { BACKBENCH_DATA: join(work, 'data'), PORT: '4122' } }
  await commandJson(at, ['demo'])
  const { path } = (await commandJson(at, ['archive', '--group', 'rivers', '--to', work])) as { path: string }
  const before = await commandJson(at, ['group', 'list'])
  for (const [what, file] of await hostileFiles(path, work)) {
    const { code, stdout, stderr } = await command(at, ['restore', file, '--as', 'stolen'])
    const sentence = stderr.trim().split('\n').at(-1) ?? ''
    expectSame([code, stdout], [1, ''], `An archive that ${what}`)
    expect(
      /^[A-Z].*\.$/.test(sentence) && !/\bat .*:\d+/.test(stderr),
      `one that ${what} is refused in a sentence: ${stderr}`,
    )
    walk.saw(`one that ${what}: ${sentence}`)
  }
  expectSame(await commandJson(at, ['group', 'list']), before, 'Groups after all of them')
  expectSame(readdirSync(join(work, 'data', 'files')), ['1'], 'Folders of files after all of them')
  await commandJson(at, ['restore', path, '--as', 'honest'])
  walk.saw('the honest one, of which they were all made, is restored')
}

const TAMPERED = [
  'has a path that climbs',
  'has an absolute path',
  'has a symbolic link',
  'has a hard link',
  'was written in a newer format',
  'has a manifest that is not JSON',
  'unpacks to more than a part may',
  'has a file twice',
  'has rows of another group',
  'has a table nobody knows',
  'lacks a file',
]

async function hostileFiles(path: string, folder: string): Promise<(readonly [string, string])[]> {
  const whole = readFileSync(path)
  const altered = Buffer.from(whole)
  const at = whole.indexOf('tables/publishing.entry/') + 700
  altered[at] = altered[at]! ^ 1
  const files: [string, Buffer][] = [
    ['is cut short', whole.subarray(0, whole.length / 2)],
    ['has one altered byte', altered],
  ]
  for (const [i, [, bytes]] of files.entries()) writeFileSync(join(folder, `raw-${i}.tar`), bytes)
  const found = files.map(([what], i) => [what, join(folder, `raw-${i}.tar`)] as const)
  for (const what of TAMPERED) {
    const crime = crimes.find(([name]) => name === what)
    if (!crime) throw new Miss(`one that ${what} is known`)
    const forgery = await Forgery.of(path)
    crime[2](forgery)
    found.push([what, await forgery.write(folder, `${what.replaceAll(' ', '-')}.tar`)])
  }
  return found
}
