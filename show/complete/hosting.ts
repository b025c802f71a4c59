import { mkdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anExportOf } from '../../bench/exports.ts'
import { multiplyGroup } from '../../bench/manyGroups.ts'
import { proportionalMemory, serverOf } from '../../bench/processes.ts'
import { startOwnServer, theOwner } from '../../test/ownPostgres.ts'
import { post, signInBy } from '../../test/posting.ts'
import { ask, page } from '../asking.ts'
import { command, commandJson, Program, type Terminal } from '../program.ts'
import { expect, expectSame, Miss, type Walk } from '../walk.ts'
import type { Scene } from '../website/scene.ts'
import { addressesOf } from '../website/sitemap.ts'

const OFFICER = 'chair@harbour.example'
const MB = 1024 * 1024

/**
 * A PostgreSQL server of the host's own, over TCP with a password; websites and work apart on it; a group made, its officer
 * signed in, a text published in one process and seen in the other; wrong settings refused in a sentence.
 */
export async function ownDatabaseServer({ walk, folder, terminal }: Scene): Promise<void> {
  const server = await startOwnServer(join(folder, 'own-server'))
  walk.atTheEnd(() => server.stop())
  const files = join(folder, 'own-server-files')
  mkdirSync(files)
  const env = { BACKBENCH_DATA: files, DATABASE_URL: server.url(theOwner) }
  const at = (port: number): Terminal => ({ folder: terminal.folder, env: { ...env, PORT: String(port) } })
  const wrong = { ...at(4110), env: { ...env, DATABASE_URL: server.url({ ...theOwner, password: 'guess' }) } }
  const refused = await command(wrong, ['migrate'])
  expectSame([refused.code, refused.stdout], [1, ''], 'A wrong password')
  expect(!refused.stderr.includes('guess'), 'the sentence about a wrong password does not show it')
  walk.saw(`a wrong password: ${refused.stderr.trim()}`)

  const words = ['group', 'create', '--name', 'Harbour Wall', '--host', 'localhost', '--officer', OFFICER]
  await commandJson(at(4110), words)
  const [one, other] = [new Program(at(4110)), new Program(at(4111))]
  for (const program of [one, other]) {
    walk.atTheEnd(() => program.stop())
    await program.start()
  }
  walk.saw(`two programs on one database server at 127.0.0.1:${server.port}: ${one.address} and ${other.address}`)
  const { stdout: link } = await command(at(4110), ['sign-in-link', OFFICER])
  const cookie = await signInBy(link, one.address)
  for (let turn = 0; turn < 3; turn++) await page(`${other.address}/`) // kept by now
  const form = { title: 'The wall holds', text: 'It was mended in a week.', basedOn: '0' }
  const published = await post(`${one.address}/office/posts/new/publication`, form, cookie)
  expectSame(published.status, 303, 'Publishing in the first program')
  await soon(
    async () => (await page(`${other.address}/`)).includes('The wall holds'),
    'the other program shows the text',
  )
  walk.saw('published in the first; the page that the second had kept shows it')
  const roles = await server.ask<{ owns: number }>(
    `select count(*)::int as owns from pg_tables where tableowner = 'backbench_app' and schemaname <> 'graphile_worker'`,
  )
  expectSame(roles, [{ owns: 0 }], 'Tables of the role that serves')
  walk.saw('the role that serves was made by the program, and owns no table')
  for (const program of [one, other]) await program.stop()
}

/** A thousand groups of the size of a real small website in one installation: made, asked, started again, and measured. */
export async function aThousandGroups({ walk, folder, terminal }: Scene): Promise<void> {
  const dataDir = join(folder, 'thousand')
  const at: Terminal = { folder: terminal.folder, env: { PORT: '4112', BACKBENCH_DATA: dataDir } }
  const file = join(folder, 'thousand.xml')
  await writeFile(file, anExportOf({ posts: 23, comments: 1 }))
  const program = new Program(at)
  walk.atTheEnd(() => program.stop())
  await program.start()
  await commandJson(at, ['group', 'create', '--name', 'Canal', '--slug', 'canal', '--officer', OFFICER])
  await commandJson(at, ['import', 'wordpress', file, '--group', 'canal'])
  const since = performance.now()
  const slugs = ['canal', ...(await multiplyGroup(dataDir, { slug: 'canal', times: 999 }))]
  walk.saw(`${slugs.length} groups of 23 posts, made in ${((performance.now() - since) / 1000).toFixed(0)} s by SQL`)
  const all = (await commandJson(at, ['group', 'list'])) as { slug: string; name: string }[]
  expectSame(all.length, 1000, 'Groups in “group list”')

  await soon(async () => (await ask(`http://${slugs.at(-1)}.localhost:4112/`)).status === 200, 'the last group answers')
  for (const { slug, name } of all) {
    const home = await page(`http://${slug}.localhost:4112/`)
    expect(home.includes(`<title>${name}<`) && /towpath/i.test(home), `${slug} answers with its own home page`)
  }
  walk.saw('each answers under its own name with its own home page')
  await program.stop()
  const before = performance.now()
  await program.start()
  expectSame((await ask('http://canal-500.localhost:4112/')).status, 200, 'A group after the new start')
  const seconds = (performance.now() - before) / 1000
  for (const slug of slugs) await page(`http://${slug}.localhost:4112/`)
  const memory = proportionalMemory([programOf(dataDir), serverOf(dataDir)]) / MB
  walk.saw(
    `npm start to the first page ${seconds.toFixed(1)} s (at most 3); with a page of each kept ${memory.toFixed(0)} MB (at most 400)`,
  )
  await outAndIn(walk, at, join(folder, 'moved'))
  await program.stop()
}

/** One of the thousand leaves in an archive, is removed here, and comes back from it while the others are served. */
async function outAndIn(walk: Walk, at: Terminal, folder: string): Promise<void> {
  const address = 'http://canal-500.localhost:4112'
  const before = await addressesOf(address)
  const { path } = (await commandJson(at, ['group', 'move', 'canal-500', '--to', folder])) as { path: string }
  await soon(async () => (await ask(`${address}/`)).status === 503, 'the group that moves is paused')
  const removed = await command(at, ['group', 'remove', 'canal-500', '--now', '--confirm', 'canal-500'])
  expectSame(removed.code, 0, `Removing the group that moved: ${removed.stderr}`)
  await soon(async () => (await ask(`${address}/`)).status === 404, 'nothing is left of it')
  const since = performance.now()
  await commandJson(at, ['restore', path])
  await soon(async () => (await ask(`${address}/`)).status === 200, 'it is back')
  expectSame(await addressesOf(address), before, 'Its addresses')
  walk.saw(
    `one moved out, was removed, and came back in ${((performance.now() - since) / 1000).toFixed(1)} s with its ${before.length} addresses`,
  )
}

async function soon(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    if (await holds()) return
    await sleep(100)
  }
  throw new Miss(`Within ten seconds ${what}.`)
}

const programOf = (dataDir: string): number => Number(readFileSync(join(dataDir, 'postgres.starter'), 'utf8'))
