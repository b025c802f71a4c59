import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { page } from '../asking.ts'
import { commandJson } from '../program.ts'
import { expect, expectSame } from '../walk.ts'
import { homeOf, type Scene, type Trial } from './scene.ts'

const OFFICER = 'chair@example.org'
/** The one post with a comment. */
export const COMMENTED = '/2017/11/20/lswg-open-meeting-with-parliamentarians-november-2017/'
const COUNTED = ['posts', 'pages', 'authors', 'categories', 'tags', 'comments', 'addresses'] as const

type Count = Record<'in' | 'made' | 'unchanged' | 'left_out', number>
/** What `import wordpress --json` promises. */
export type Report = Record<(typeof COUNTED)[number], Count> & {
  readonly findings: readonly { kind: string; address: string; detail: string }[]
}

/** A group by command, a real export into it while the program serves, and the same export again. */
export async function bringIn(scene: Scene): Promise<Trial> {
  const { walk, terminal } = scene
  const made = await commandJson(terminal, [
    'group',
    'create',
    '--name',
    'Trial',
    '--host',
    'localhost',
    '--officer',
    OFFICER,
  ])
  const { slug, hosts } = made as { slug: string; hosts: string[] }
  expectSame([slug, hosts], ['trial', ['localhost']], 'group create')
  walk.saw(`group create: ${JSON.stringify(made)}`)

  const file = join(scene.data, 'site', 'wordpress-export.xml')
  expect(existsSync(file), `the real export is beside the repository, at ../shared/data/site: ${file}`)
  const report = await importExport(scene, file, slug)
  walk.saw(`first import: ${sumUp(report)}; ${report.findings.length} findings`)
  expectSame([report.posts.made, report.pages.made, report.comments.made], [23, 1, 1], 'Posts, pages and comments made')
  expectFindings(scene, report)

  const again = await importExport(scene, file, slug)
  walk.saw(`second import: ${sumUp(again)}`)
  for (const kind of COUNTED) {
    const { in: came, made: fresh, unchanged, left_out: out } = again[kind]
    expectSame([came, fresh, unchanged], [report[kind].in, 0, came - out], `The second run leaves ${kind} unchanged`)
  }

  const address = homeOf(scene)
  expect((await page(`${address}/`)).includes('Trial'), 'the asked host is served as the group Trial')
  walk.saw(`${address}/ is now the group Trial, because it answers to that host`)
  return { slug, address, officer: OFFICER }
}

/** Runs the command, and expects what it wrote to be a report: every kind with its four figures, and findings. */
export async function importExport({ terminal }: Pick<Scene, 'terminal'>, file: string, slug: string): Promise<Report> {
  const report = (await commandJson(terminal, ['import', 'wordpress', file, '--group', slug])) as Report
  for (const kind of COUNTED) {
    for (const figure of ['in', 'made', 'unchanged', 'left_out'] as const)
      expect(
        Number.isInteger(report[kind]?.[figure]),
        `the report has a whole number in ${kind}.${figure}: ${JSON.stringify(report[kind])}`,
      )
  }
  for (const finding of report.findings)
    expectSame(Object.keys(finding).toSorted(), ['address', 'detail', 'kind'], 'The names in a finding')
  return report
}

/** Three oddities that we know to be in the export. What they say is somebody’s own, so it is not printed. */
function expectFindings({ walk }: Scene, { findings }: Report): void {
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  walk.saw(`kinds of findings: ${kinds.join(', ')}`)
  const disk = findings.find(({ detail }) => detail.includes('file:///'))
  expect(disk, 'a finding for the link to a local disk (file:///)')
  const phone = findings.find(({ kind, address }) => kind === 'phone_number' && address === COMMENTED)
  expect(phone, `a finding for the telephone number in the comment on ${COMMENTED}`)
  const post = findings.find(({ kind, address }) => kind === 'postal_address' && /^\/2017\/.*member/.test(address))
  expect(post, 'a finding for the postal address in the members’ meeting of 2017')
  for (const { kind, address } of [disk, phone, post]) walk.saw(`  among them: ${kind} at ${address}`)
}

export const sumUp = (report: Report): string =>
  COUNTED.map(
    (kind) =>
      `${report[kind].in} ${kind} (${report[kind].made} made, ${report[kind].unchanged} unchanged, ${report[kind].left_out} left out)`,
  ).join(', ')
