import { globSync } from 'node:fs'
import { join } from 'node:path'
import { command } from '../program.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { askOwner, tablesOf } from './database.ts'

/** What an import is about, and what tells of it and of its undoing. */
const OF_IMPORTS = /^people\.import|^platform\.(journal|undo|rate)|^graphile_worker\./

interface Report {
  readonly id: string
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly problems: readonly { readonly row: number; readonly why: string }[]
  readonly columns: Readonly<Record<string, string>>
}

/** Every file of messy members is read, or refused in a sentence; what came in is undone to the exact state. */
export async function messyLists(scene: Scene, { slug }: Trial): Promise<void> {
  const { walk, terminal, data } = scene
  const folder = join(data, 'messy-members')
  const files = globSync('**/*.{csv,txt,xlsx}', { cwd: folder }).toSorted()
  expect(files.length > 20, `${folder} holds messy lists: ${files.length}`)
  const before = await stateOf(scene)
  for (const file of files) {
    const said = await command(terminal, ['import', 'members', join(folder, file), '--group', slug, '--json'])
    if (said.code !== 0) {
      const sentence = said.stderr.trim().split('\n').at(-1)!
      expect(
        /^[A-Z“].*[.!?]$/.test(sentence) && !/Error|at .*:\d+/.test(sentence),
        `${file}: a sentence, not ${said.stderr}`,
      )
      walk.saw(`${file}: refused. ${sentence}`)
    } else {
      const report = JSON.parse(said.stdout) as Report
      const { rows, problems } = report
      expectSame(
        report.new + report.changed + report.same + problems.length,
        rows,
        `${file}: all rows are accounted for`,
      )
      expect(
        problems.every(({ why }) => why),
        `${file}: each problem has its why`,
      )
      if (report.new) expect((await stateOf(scene)) !== before, `${file}: the register has changed`)
      const undone = await command(terminal, ['import', 'undo', report.id, '--group', slug])
      const nothing = undone.stderr.includes('Nothing of this list came in')
      expectSame(undone.code === 0, report.new + report.changed > 0, `${file}: undo (${undone.stderr})`)
      expect(undone.code === 0 || nothing, `${file}: undo says that nothing came in, not ${undone.stderr}`)
      walk.saw(
        `${file}: ${rows} rows, ${report.new} new, ${report.changed} changed, ${report.same} as before, ${problems.length} with a problem${firstOf(problems)}`,
      )
    }
    expectSame(await stateOf(scene), before, `${file}: the state of all tables afterwards`)
  }
  walk.saw(`${files.length} files; after each the register was exactly as before, every row of every table`)
}

const firstOf = ([first]: Report['problems']): string => (first ? ` (row ${first.row}: ${first.why})` : '')

/** One hash over every row of every table but those in which imports are kept and told. */
async function stateOf({ terminal }: Scene): Promise<string> {
  const tables = (await tablesOf(terminal)).filter((name) => !OF_IMPORTS.test(name))
  const hashes = tables.map(
    (name) => `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as one from ${name} t`,
  )
  const rows = await askOwner<{ all: string }>(
    terminal,
    `select md5(string_agg(one, '' order by place)) as all from (${hashes.map((hash, place) => `select ${place} as place, one from (${hash}) h`).join(' union all ')}) x`,
  )
  return rows[0]!.all
}
