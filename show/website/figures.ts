import { begin } from '../program.ts'
import { expect } from '../walk.ts'
import type { Scene } from './scene.ts'

/** The table of these measurements, as quick as it can be had, and the tests if they were asked for. */
export async function figures({ walk, terminal, withTests }: Scene, measures: readonly string[]): Promise<void> {
  const only = measures.flatMap((name) => ['--only', name])
  const bench = await begin(terminal, ['run', 'bench', '--', '--quick', ...only]).done
  expect(bench.code === 0, `“npm run bench -- --quick” ends with 0, not ${bench.code}: ${bench.stderr}`)
  const table = bench.stdout.slice(bench.stdout.lastIndexOf('Measured'))
  expect(table.startsWith('Measured'), `“npm run bench” ends with a table: ${bench.stdout.slice(-500)}`)
  for (const line of table.trimEnd().split('\n')) walk.saw(line)
  if (!withTests)
    return walk.leftOut(
      '“npm test”, which takes minutes: add --with-tests (the checking machine runs it for every change)',
    )
  const { code, stdout } = await begin(terminal, ['test']).done
  const result = stdout.trimEnd().split('\n').at(-1)
  expect(code === 0, `“npm test” passes: ${result}\n${stdout.slice(-3000)}`)
  walk.saw(`npm test: ${result}`)
}
