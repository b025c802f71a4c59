import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askDatabase } from '../asking.ts'
import { onTestFinished } from 'vitest'
import { readArchive } from '../../src/platform/archive/index.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type Installation, openInstallation } from '../../src/platform/installation.ts'
import { aChance } from './chance.ts'
import { aDataFolder, aUsedFolder } from './programs.ts'

const program = join(import.meta.dirname, '..', '..', 'build', 'main.js')
const ROWS = 60_000
const FILES = 60

/** An installation that this process keeps open, for commands to attach to. */
export async function anInstallation(): Promise<Installation & { readonly dataDir: string }> {
  const dataDir = aUsedFolder()
  const installation = await openInstallation(readConfig({ BACKBENCH_DATA: dataDir }))
  onTestFinished(() => installation.close())
  return { ...installation, dataDir }
}

/** A group whose archive takes a moment: many rows, and some files. */
export async function fill({ services, database }: Installation): Promise<void> {
  const { id } = await services.groups.create({ name: 'Long records', slug: 'long', hosts: [] })
  await askDatabase(
    database.owner,
    `insert into platform.journal (group_id, act_id, happened_at, actor_kind, event, payload)
     select $1, gen_random_uuid(), now(), 'job', 'test.row_made', jsonb_build_object('row', n) from generate_series(1, $2::int) n`,
    [id, ROWS],
  )
  for (let n = 0; n < FILES; n++) {
    const { sha256, bytes } = await services.files.store(id, text(`leaflet ${n} `.repeat(5000)), 1_000_000)
    await askDatabase(
      database.owner,
      `insert into platform.file (group_id, sha256, bytes, media_type, stored_at) values ($1, $2, $3, 'text/plain', now())`,
      [id, sha256, bytes],
    )
  }
}

/** A command of the program in a data folder, to its end or until it is killed. */
export class Commanded {
  readonly child: ChildProcess
  stderr = ''
  stdout = ''
  readonly #ended: Promise<unknown>

  constructor(dataDir: string, words: readonly string[], under: readonly string[] = []) {
    const [file = '', ...args] = [...under, process.execPath, program, ...words]
    const env = { PATH: process.env['PATH'], BACKBENCH_DATA: dataDir }
    this.child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child.stderr!.on('data', (said: Buffer) => (this.stderr += said.toString()))
    this.child.stdout!.on('data', (said: Buffer) => (this.stdout += said.toString()))
    this.#ended = once(this.child, 'close')
  }

  /** It has begun its work, or has ended. */
  async begun(): Promise<void> {
    while (!this.stderr && this.child.exitCode === null) await sleep(5)
  }

  async end(): Promise<number | null> {
    await this.#ended
    return this.child.exitCode
  }
}

/** What was wrong after archives were killed; empty when each left whole ones only, and the last cleared what they left. */
export async function troubleAfterArchiveKills(cycles: number): Promise<string[]> {
  const [here, folder, chance] = [await anInstallation(), aDataFolder(), aChance()]
  await fill(here)
  const words = ['archive', '--to', folder]
  const usual = await usualTime(new Commanded(here.dataDir, words))
  for (let cycle = 0; cycle < cycles; cycle++) await kill(new Commanded(here.dataDir, words), chance.below(usual))
  const last = new Commanded(here.dataDir, words)
  const trouble = (await last.end()) === 0 ? [] : [`After the kills it said: ${last.stderr}`]
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.tar'))) {
    const rows = await readArchive(join(folder, name)).then(
      ({ sums }) => sums.tables.find((table) => table.name === 'platform.journal')!.rows,
      (error: unknown) => String(error),
    )
    if (rows !== ROWS) trouble.push(`${name}: ${rows}`)
  }
  const left = readdirSync(folder).filter((name) => !name.endsWith('.tar'))
  return [...trouble, ...left.map((name) => `${name} was left.`)]
}

/** The same for restores: after each kill the group is there with everything, or not at all. */
export async function troubleAfterRestoreKills(cycles: number): Promise<string[]> {
  const [here, there, folder, chance] = [await anInstallation(), await anInstallation(), aDataFolder(), aChance()]
  await fill(here)
  const made = new Commanded(here.dataDir, ['archive', '--to', folder])
  await made.end()
  const file = made.stdout.split('\n')[0]!
  const restoring = (slug: string) => new Commanded(there.dataDir, ['restore', file, '--group', 'long', '--as', slug])
  const usual = await usualTime(restoring('whole'))
  for (let cycle = 0; cycle < cycles; cycle++) await kill(restoring(`killed-${cycle}`), chance.below(usual))
  const last = restoring('last')
  const trouble = (await last.end()) === 0 ? [] : [`After the kills it said: ${last.stderr}`]
  return [...trouble, ...(await halfGroups(there))]
}

/** Groups without all of their rows and files, and files of groups that are not there. */
async function halfGroups({ database, services, dataDir }: Installation & { dataDir: string }): Promise<string[]> {
  const rows = await askDatabase<{ id: number; slug: string; rows: number }>(
    database.owner,
    `select id, slug, (select count(*)::int from platform.journal where group_id = g.id) as rows from platform.group g`,
  )
  const trouble = rows
    .filter((group) => group.rows !== ROWS)
    .map(({ slug, rows: count }) => `${slug} has ${count} rows.`)
  for (const { id, slug } of rows) {
    const files = readdirSync(join(services.files.path(id, 'x'), '..')).length
    if (files !== FILES) trouble.push(`${slug} has ${files} files.`)
  }
  const strays = readdirSync(join(dataDir, 'files')).filter((name) => !rows.some(({ id }) => String(id) === name))
  return [...trouble, ...strays.map((name) => `files/${name} was left.`)]
}

async function usualTime(commanded: Commanded): Promise<number> {
  await commanded.begun()
  const since = performance.now()
  if ((await commanded.end()) !== 0) throw new Error(commanded.stderr)
  return Math.ceil(performance.now() - since)
}

async function kill(commanded: Commanded, delay: number): Promise<void> {
  await commanded.begun()
  await sleep(delay)
  commanded.child.kill('SIGKILL')
  await commanded.end()
}

async function* text(words: string): AsyncGenerator<Buffer> {
  yield Buffer.from(words)
}
