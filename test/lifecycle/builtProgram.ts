import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { until } from './programs.ts'

const program = join(import.meta.dirname, '..', '..', 'build', 'main.js')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly said: string
}

/** A command of the program as it is built, to its end, with these settings and none of the machine's. */
export async function command(settings: Record<string, string>, ...words: string[]): Promise<Ended> {
  const { child, said } = begin(settings, words)
  await once(child, 'close')
  return { code: child.exitCode, out: said.out, said: said.err }
}

/** A process of the program that serves, or works, until it is killed or the test is over. */
export interface Serving {
  readonly process: ChildProcess
  /** Without the closing slash; '' for one that serves no website. */
  readonly home: string
  readonly said: () => string
  kill(signal: NodeJS.Signals): Promise<void>
}

export async function serving(settings: Record<string, string>, ...flags: string[]): Promise<Serving> {
  const { child, said } = begin({ PORT: '0', ...settings }, ['serve', ...flags])
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'close')
    child.kill(signal)
    await ended
  }
  onTestFinished(() => kill('SIGKILL'))
  await until(() => /^http:\S+\/$|no website\.$/m.test(said.out) || child.exitCode !== null)
  if (child.exitCode !== null) throw new Error(`It did not start: ${said.err}`)
  const home = /^(http:\S+)\/$/m.exec(said.out)?.[1] ?? ''
  return { process: child, home, said: () => said.err, kill }
}

function begin(settings: Record<string, string>, words: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings }
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  return { child, said }
}
