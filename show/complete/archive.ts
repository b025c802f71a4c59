import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readArchive } from '../../src/platform/archive/index.ts'
import { openDatabase } from '../../src/platform/postgres/index.ts'
import { askDatabase } from '../../test/asking.ts'
import { aChance } from '../../test/lifecycle/chance.ts'
import { post, signInBy } from '../../test/posting.ts'
import { page } from '../asking.ts'
import { begin, command, commandJson, Program, type Terminal } from '../program.ts'
import { expect, expectSame, Miss } from '../walk.ts'
import type { Scene } from '../website/scene.ts'
import { addressesOf } from '../website/sitemap.ts'

const SECRET = 'one secret for both, so that nothing stays behind'
const OFFICER = 'nora.whitlock@example.org' // of the sample group
const KILLS = 3
const ROWS = 100_000

/** Two installations of this step's own, and the folder between them. */
interface Two {
  readonly here: Terminal
  readonly there: Terminal
  readonly folder: string
}

/**
 * An archive while people write and read; restored elsewhere, every row and file equal; kill -9 at random moments of both;
 * a group moved. Needs only the scene: it makes two installations of its own, at ports 4120 and 4121.
 */
export async function archives(scene: Scene): Promise<void> {
  const two = twoInstallations(scene)
  const program = new Program(two.here)
  scene.walk.atTheEnd(() => program.stop())
  await program.start()
  await commandJson(two.here, ['demo'])
  const archive = await whileInUse(scene, two, program)
  await restoreElsewhere(scene, two, archive)
  await program.stop()
  await longRecords(two.here)
  await killArchives(scene, two)
  await killRestores(scene, two)
  await moveGroup(scene, two)
}

function twoInstallations({ folder, terminal }: Scene): Two {
  const at = (name: string, port: number): Terminal => ({
    folder: terminal.folder,
    env: { BACKBENCH_DATA: join(folder, name), BACKBENCH_SECRET: SECRET, PORT: String(port) },
  })
  return { here: at('archive-here', 4120), there: at('archive-there', 4121), folder: join(folder, 'archives') }
}

/** An officer publishes and a visitor reads while the archive is made. */
async function whileInUse({ walk }: Scene, { here, folder }: Two, program: Program): Promise<string> {
  const home = program.address
  const { stdout: link } = await command(here, ['sign-in-link', OFFICER, '--group', 'rivers'])
  const cookie = await signInBy(link, home)
  const using = { going: true, published: 0, read: 0, slowest: 0 }
  const writing = publishAlways(home, cookie, using)
  const reading = readAlways(home, using)
  while (using.published < 3) await sleep(20)
  const before = using.published
  const { path, rows, files } = (await commandJson(here, ['archive', '--to', folder])) as Archived
  const meanwhile = using.published - before
  using.going = false
  await Promise.all([writing, reading])
  expect(meanwhile > 0, 'something was published while the archive was made')
  walk.saw(
    `${rows} rows and ${files} files archived; meanwhile ${meanwhile} posts were published and every page came (the slowest of ${using.read} after ${using.slowest.toFixed(0)} ms)`,
  )
  return path
}
interface Archived {
  readonly path: string
  readonly rows: number
  readonly files: number
}
interface Using {
  going: boolean
  published: number
  read: number
  slowest: number
}

async function publishAlways(home: string, cookie: string, using: Using): Promise<void> {
  while (using.going) {
    const form = { title: `Level ${using.published}`, text: `The gauge stands at ${using.published} cm.`, basedOn: '0' }
    const { status } = await post(`${home}/office/posts/new/publication`, form, cookie)
    expectSame(status, 303, 'Publishing while an archive is made')
    using.published += 1
  }
}

async function readAlways(home: string, using: Using): Promise<void> {
  while (using.going) {
    const since = performance.now()
    await page(`${home}/`)
    using.slowest = Math.max(using.slowest, performance.now() - since)
    using.read += 1
    await sleep(10)
  }
}

/** On another data folder: restored, archived there again, and the two archives compared row for row and file for file. */
async function restoreElsewhere({ walk }: Scene, { there, folder }: Two, archive: string): Promise<void> {
  await commandJson(there, ['restore', archive])
  const second = (await commandJson(there, ['archive', '--to', join(folder, 'again')])) as Archived
  const [sent, arrived] = [await contentsOf(archive), await contentsOf(second.path)]
  expectSame(arrived, sent, 'Tables and files there, by their hashes')
  const program = new Program(there)
  await program.start()
  const home = program.address
  const addresses = await addressesOf(home)
  for (const path of addresses) await page(home + path)
  await program.stop()
  walk.saw(
    `restored into another data folder: ${Object.keys(sent).length} tables and files, each equal; its ${addresses.length} addresses answer at ${home}`,
  )
}

/** Each table's rows and each file as one hash. Rows come in no order, so they are sorted. */
async function contentsOf(path: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  await readArchive(path, {
    table: async (name, rows) =>
      void (found[name] = hash((await all(rows)).toString().split('\n').toSorted().join('\n'))),
    file: async ({ group, sha256 }, content) => void (found[`${group}/${sha256}`] = hash(await all(content))),
  })
  return found
}

const hash = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

async function all(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const chunk of chunks) found.push(chunk)
  return Buffer.concat(found)
}

/** So many rows that there is a moment to be killed in. */
async function longRecords({ env }: Terminal): Promise<void> {
  const database = await openDatabase({ dataDir: env['BACKBENCH_DATA']! })
  await askDatabase(
    database.owner,
    `insert into platform.journal (group_id, act_id, happened_at, actor_kind, event)
     select 1, gen_random_uuid(), now(), 'job', 'show.row_made' from generate_series(1, $1::int)`,
    [ROWS],
  )
  await database.stop()
}

async function killArchives({ walk }: Scene, { here, folder }: Two): Promise<void> {
  const chance = aChance()
  const target = join(folder, 'killed')
  const words = ['run', 'backbench', '--', 'archive', '--to', target]
  const usual = await usualTime(here, words)
  for (let turn = 0; turn < KILLS; turn++) await killAt(here, words, chance.below(usual))
  const left = readdirSync(target).filter((name) => name.endsWith('.part')).length
  await commandJson(here, ['archive', '--to', target])
  const names = readdirSync(target).filter((name) => name !== 'erased.json')
  expect(
    names.every((name) => name.endsWith('.tar')),
    `the next archive clears what was left: ${names.join()}`,
  )
  for (const name of names) expectSame((await command(here, ['archive', 'check', join(target, name)])).code, 0, name)
  walk.saw(
    `${KILLS} archives killed within ${usual} ms: ${left} unfinished ones were left and cleared; ${names.length} whole ones`,
  )
}

async function killRestores({ walk }: Scene, { here, there, folder }: Two): Promise<void> {
  const chance = aChance()
  const { path } = (await commandJson(here, ['archive', '--to', folder])) as Archived
  const words = (slug: string) => ['run', 'backbench', '--', 'restore', path, '--group', 'rivers', '--as', slug]
  const usual = await usualTime(there, words('whole'))
  for (let turn = 0; turn < KILLS; turn++) await killAt(there, words(`killed-${turn}`), chance.below(usual))
  await commandJson(there, ['restore', path, '--group', 'rivers', '--as', 'last'])
  const whole = (await commandJson(there, ['archive', '--to', folder])) as Archived
  const [expected] = (await rowsByGroup(path)).values()
  const arrived = await rowsByGroup(whole.path)
  for (const [slug, rows] of arrived) if (slug !== 'rivers') expectSame(rows, expected, `Rows of ${slug}`)
  const folders = readdirSync(join(there.env['BACKBENCH_DATA']!, 'files'))
  expectSame(folders.length, arrived.size, 'Folders of files')
  const came = [...arrived.keys()].filter((slug) => slug.startsWith('killed')).length
  walk.saw(`${KILLS} restores killed within ${usual} ms: ${came} were whole already, of the others nothing was left`)
}

/** How many rows each group has in each table. A row begins with its group's number. */
async function rowsByGroup(path: string): Promise<Map<string, Record<string, number>>> {
  const counts = new Map<string, Record<string, number>>()
  const { manifest } = await readArchive(path, {
    table: async (name, rows) => {
      for (const [, group = ''] of (await all(rows)).toString().matchAll(/^(\d+)\t/gm)) {
        const found = counts.get(group) ?? {}
        found[name] = (found[name] ?? 0) + 1
        counts.set(group, found)
      }
    },
  })
  return new Map(manifest.groups.map(({ id, slug }) => [slug, counts.get(String(id)) ?? {}]))
}

async function moveGroup({ walk }: Scene, { here, there, folder }: Two): Promise<void> {
  await commandJson(here, [
    'group',
    'create',
    '--name',
    'Weir Watch',
    '--slug',
    'weir',
    '--host',
    'weir.example.org',
    '--officer',
    'a@weir.example',
  ])
  const moved = (await commandJson(here, ['group', 'move', 'weir', '--to', folder])) as Archived
  await commandJson(there, ['restore', moved.path])
  const [left, arrived] = [await groupNamed(here, 'weir'), await groupNamed(there, 'weir')]
  expect(left.suspendedAt && !arrived.suspendedAt, 'the group is paused where it was, and runs where it is')
  expectSame(arrived.hosts, ['weir.example.org'], 'Names that came along')
  const over = await command(there, ['restore', moved.path])
  expectSame(over.code, 1, 'A restore over a live group')
  walk.saw(`moved with its names; paused where it was. Once more: ${over.stderr.trim().split('\n').at(-1)}`)
}

async function groupNamed(at: Terminal, slug: string): Promise<{ hosts: string[]; suspendedAt?: string }> {
  const groups = (await commandJson(at, ['group', 'list'])) as { slug: string; hosts: string[]; suspendedAt?: string }[]
  const found = groups.find((group) => group.slug === slug)
  if (!found) throw new Miss(`there is a group ${slug}`)
  return found
}

/** From the first it says of its work to its end: ms. */
async function usualTime(at: Terminal, words: readonly string[]): Promise<number> {
  const begun = begin(at, words)
  await begun.says(/…/)
  const since = performance.now()
  const { code, stderr } = await begun.done
  expectSame(code, 0, `One that nobody kills (${stderr})`)
  return Math.ceil(performance.now() - since)
}

async function killAt(at: Terminal, words: readonly string[], moment: number): Promise<void> {
  const begun = begin(at, words)
  await begun.says(/…/)
  await sleep(moment)
  begun.kill()
  await begun.done
}
