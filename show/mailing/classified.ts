import { join, relative } from 'node:path'
import { command } from '../program.ts'
import { expectSame, type Walk } from '../walk.ts'
import type { Scene } from '../website/scene.ts'
import { type Expected, ofBaunsu, ofInvented, ofSisimai, ofSisimaiAtFirst, withoutFiltered } from './expectations.ts'
import { type Line, scored, type Scores, tableLines } from './scores.ts'

/** The set that no rule was written from, and the two that rules were written with. */
const SETS: readonly (readonly [name: string, folder: string, expected: (folder: string) => Expected[]])[] = [
  ['sisimai, which was only counted', 'sisimai', ofSisimai],
  ['sisimai by the groups we gave it at first', 'sisimai', ofSisimaiAtFirst],
  ['sisimai without what it calls filtered', 'sisimai', withoutFiltered],
  ['baunsu, from which rules were written', 'baunsu', ofBaunsu],
  ['invented answers, from which rules were written', 'auto-replies-invented', ofInvented],
]

/** `mail classify` over three sets of mails: how often it agrees, in what it errs, and where. */
export async function classified({
  walk,
  terminal,
  data,
}: Pick<Scene, 'walk' | 'terminal' | 'data'>): Promise<Scores[]> {
  const folder = join(data, 'mail-bounces')
  const said = await command(terminal, ['mail', 'classify', folder, '--json'])
  expectSame(said.code, 0, `mail classify: ${said.stderr}`)
  const lines = said.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  return SETS.map(([name, set, expected]) => {
    const own = new Map(lines.map((line) => [relative(join(folder, set), line.file), line]))
    const scores = scored(own, expected(join(folder, set)))
    tell(walk, name, scores)
    return scores
  })
}

function tell(walk: Walk, name: string, scores: Scores): void {
  const { mails, classRight, withReason, groupRight, table, groups, mistakes } = scores
  walk.saw(`${name}: ${mails} mails`)
  walk.saw(
    `  hard, soft or not a bounce: ${share(classRight, mails)}; the reason's group: ${share(groupRight, withReason)}`,
  )
  for (const line of [...tableLines(table), ...tableLines(groups)]) walk.saw(`  ${line}`)
  for (const mistake of mistakes) walk.saw(`  ✗ ${mistake}`)
}

const share = (right: number, of: number): string =>
  `${right} of ${of} (${of ? ((100 * right) / of).toFixed(1) : '–'}%)`
