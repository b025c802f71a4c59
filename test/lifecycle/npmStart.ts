import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { isAlive } from '../../src/platform/postgres/postmaster.ts'
import { until } from './programs.ts'

const root = join(import.meta.dirname, '..', '..')

/** `npm start`, as a host types it, and what it said. */
export interface Started {
  readonly npm: ChildProcess
  readonly folder: string
  readonly port: number
  readonly stdout: () => string
  readonly stderr: () => string
  /** resolves to npm's exit code once it has ended */
  readonly ended: Promise<number | null>
}

/** In a process group of its own, which is what Ctrl-C in a terminal reaches. */
export function npmStart(folder: string, port = 0): Started {
  const env = { PATH: pathOutside(), HOME: process.env['HOME'], BACKBENCH_DATA: folder, PORT: String(port) }
  const npm = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => endGroup(npm.pid!))
  const said = { stdout: '', stderr: '' }
  npm.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  npm.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  const ended = once(npm, 'exit').then(() => npm.exitCode)
  return { npm, folder, port, stdout: () => said.stdout, stderr: () => said.stderr, ended }
}

/** A host's shell does not have the packages' programs in its path; npm adds them. */
function pathOutside(): string {
  return (process.env['PATH'] ?? '')
    .split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':')
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // Everything in it has ended, as it should.
  }
}

/** Waits for the last line on stdout, which is the address, and answers it without its closing slash. */
export async function address(started: Started): Promise<string> {
  await until(() => /^http:\S+\/$/m.test(started.stdout()) || started.npm.exitCode !== null)
  const last = started.stdout().trimEnd().split('\n').at(-1) ?? ''
  if (!URL.canParse(last)) throw new Error(`npm start gave no address: ${started.stdout()}${started.stderr()}`)
  return last.replace(/\/$/, '')
}

/** The number of the program's own process, which starts the database. */
export function programOf({ folder }: Started): number {
  return Number(readFileSync(join(folder, 'postgres.starter'), 'utf8'))
}

/** Waits until the program is gone, and its database with it. */
export async function goneWithServer(program: number, server: number): Promise<void> {
  await until(() => !isAlive(program) && !isAlive(server))
}
