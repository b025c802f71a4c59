import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject, onTestFinished } from 'vitest'
import { mayReach } from '../../src/platform/postgres/account.ts'
import { isAlive, readPostmaster } from '../../src/platform/postgres/postmaster.ts'
import { copyFolder } from '../copyFolder.ts'

/** Whom a program of a test runs as; without root there is only oneself. */
export type Who = 'root' | 'an ordinary user' | 'oneself'

export const isRoot = process.getuid?.() === 0
export const everybody: readonly Who[] = isRoot ? ['root', 'an ordinary user'] : ['oneself']

const nobody = { uid: 65534, gid: 65534 }

/** An empty folder for one test; whatever still runs in it afterwards is ended. */
export function aDataFolder(who: Who = 'oneself'): string {
  const above = mkdtempSync(join(tmpdir(), 'backbench-lifecycle-'))
  chmodSync(above, 0o755)
  if (who === 'an ordinary user') chownSync(above, nobody.uid, nobody.gid)
  const folder = join(above, 'data')
  onTestFinished(async () => {
    await endServer(folder)
    rmSync(above, { recursive: true, force: true })
  })
  return folder
}

/** A data folder with a migrated and stopped database in it, for programs whose first start is not what is tested. */
export function aUsedFolder(): string {
  const folder = aDataFolder()
  copyFolder(inject('usedFolder'), folder)
  return folder
}

async function endServer(folder: string): Promise<void> {
  const pid = serverOf(folder)
  if (pid !== undefined) process.kill(pid, 'SIGQUIT')
  if (pid !== undefined) await until(() => !isAlive(pid))
}

/** The number of the server's process, if one lives. */
export function serverOf(folder: string): number | undefined {
  const postmaster = readPostmaster(join(folder, 'postgres'))
  return postmaster && isAlive(postmaster.pid) ? postmaster.pid : undefined
}

/** Waits for something that other processes bring about, at most a minute. */
export async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !holds(); await sleep(5)) {
    if (Date.now() > end) throw new Error(`Waited a minute in vain for: ${holds.toString()}`)
  }
}

/** What a writer (writer.ts) said, and the process it is. */
export interface Writer {
  readonly process: ChildProcess
  readonly acknowledged: number[]
  ready: { readonly ready: number; readonly attached: boolean } | undefined
  trouble: string | undefined
  kill(signal: NodeJS.Signals): Promise<void>
}

interface WriterOptions {
  readonly write?: boolean
  readonly who?: Who
  /** a command that runs the writer, for limits and mounts */
  readonly under?: readonly string[]
}

export function aWriter(folder: string, { write = false, who = 'oneself', under = [] }: WriterOptions = {}): Writer {
  const script = join(import.meta.dirname, 'writer.ts')
  const [file = '', ...args] = [...under, ...as(who), process.execPath, script, folder, ...(write ? ['--write'] : [])]
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  onTestFinished(() => void child.kill('SIGKILL'))
  const writer: Writer = {
    process: child,
    acknowledged: [],
    ready: undefined,
    trouble: undefined,
    kill: async (signal) => {
      const ended = once(child, 'close')
      child.kill(signal)
      await ended
    },
  }
  createInterface({ input: child.stdout }).on('line', (line) => hear(writer, JSON.parse(line)))
  return writer
}

function hear(writer: Writer, said: { ready?: number; attached?: boolean; trouble?: string; written?: number }): void {
  if (said.written !== undefined) writer.acknowledged.push(said.written)
  if (said.trouble !== undefined) writer.trouble = said.trouble
  if (said.ready !== undefined) writer.ready = { ready: said.ready, attached: said.attached === true }
}

/** A clone under root's own home is out of an ordinary user's reach: there the test lends it the right to pass. */
function as(who: Who): string[] {
  if (who !== 'an ordinary user') return []
  const user = ['setpriv', '--reuid', `${nobody.uid}`, '--regid', `${nobody.gid}`, '--clear-groups']
  const reaches = mayReach([import.meta.filename, process.execPath], { other: nobody })
  const lent = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override', '--securebits', '+no_setuid_fixup']
  return [...user, ...(reaches ? [] : lent), '--']
}

/** Waits until the writer has the database, and answers what it said then. */
export async function readiness(writer: Writer): Promise<{ ready: number; attached: boolean }> {
  await until(() => writer.ready !== undefined || writer.process.exitCode !== null)
  if (!writer.ready) throw new Error(`The writer did not start: ${writer.trouble}`)
  return writer.ready
}

/** The sentence with which a writer gave up. */
export async function refusal(writer: Writer): Promise<string | undefined> {
  await until(() => writer.trouble !== undefined || writer.ready !== undefined || writer.process.exitCode !== null)
  return writer.trouble
}

/** Waits until that many more rows have been acknowledged. */
export async function moreRows(writer: Writer, count: number): Promise<void> {
  const wanted = writer.acknowledged.length + count
  await until(() => writer.acknowledged.length >= wanted)
}

/** Whether this machine lets us mount a small disk in a namespace of our own. */
export function mayMount(): boolean {
  return isRoot && spawnSync('unshare', ['--mount', '--', 'true']).status === 0
}

/** Runs a command with a small disk mounted on `folder`, seen by that command only. */
export function onSmallDisk(folder: string, options: string): string[] {
  const script = `mount -t tmpfs -o ${options} tmpfs "$1" && shift && exec "$@"`
  return ['unshare', '--mount', '--', 'sh', '-c', script, 'sh', folder]
}
