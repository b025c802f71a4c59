import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Miss } from './walk.ts'

/** Where and how the host types. */
export interface Terminal {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

/** What a command said before it ended. */
export interface Said {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const LONGEST_START = 10 * 60_000 // the first one installs the packages
const LONGEST_COMMAND = 15 * 60_000

/** The program that `npm start` runs, for as long as the walk wants it. */
export class Program {
  readonly #terminal: Terminal
  #npm: ChildProcess | undefined
  #said = { stdout: '', stderr: '' }
  #ended: Promise<unknown> = Promise.resolve()

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  /** Types `npm start` and waits until its last line on stdout is an address. */
  async start(): Promise<void> {
    const { child, said } = type(this.#terminal, ['start'])
    this.#npm = child
    this.#said = said
    this.#ended = once(child, 'close')
    for (const limit = Date.now() + LONGEST_START; !/^http:\/\/\S+\/$/.test(this.lines.at(-1) ?? ''); await sleep(20)) {
      if (child.exitCode !== null)
        throw new Miss(`npm start ended with ${child.exitCode}:\n${said.stdout}${said.stderr}`)
      if (Date.now() > limit) throw new Miss(`npm start gave no address in ten minutes:\n${said.stdout}${said.stderr}`)
    }
  }

  /** What it wrote on stdout, by lines. */
  get lines(): readonly string[] {
    return this.#said.stdout.trimEnd().split('\n')
  }

  /** Without the closing slash. */
  get address(): string {
    return this.lines.at(-1)!.replace(/\/$/, '')
  }

  /** Ctrl-C, as a terminal sends it: to the whole process group. Resolves when all of it has ended. */
  stop(): Promise<void> {
    return this.#end('SIGINT')
  }

  /** kill -9 of npm and the program together. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const npm = this.#npm
    if (!npm) return
    signalGroup(npm, signal)
    const late = setTimeout(() => signalGroup(npm, 'SIGKILL'), 15_000)
    await this.#ended
    clearTimeout(late)
    this.#npm = undefined
  }
}

/** `npm run backbench -- …`, to its end. */
export const command = (terminal: Terminal, words: readonly string[]): Promise<Said> =>
  begin(terminal, ['run', 'backbench', '--', ...words]).done

/** The same, and what it said as JSON: all of its stdout, and nothing else on it. */
export async function commandJson(terminal: Terminal, words: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await command(terminal, [...words, '--json'])
  if (code !== 0) throw new Miss(`“backbench ${words.join(' ')}” ended with ${code}: ${stderr.trim()}`)
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Miss(`“backbench ${words.join(' ')} --json” wrote something that is not JSON: ${stdout.slice(0, 300)}`)
  }
}

/** A command under way, which may be killed. */
export interface Begun {
  readonly done: Promise<Said>
  /** Resolves when it has written this on stderr, or has ended. */
  says(words: RegExp): Promise<void>
  kill(): void
}

export function begin(terminal: Terminal, words: readonly string[]): Begun {
  const { child, said } = type(terminal, words)
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), LONGEST_COMMAND)
  const done = once(child, 'close').then(() => {
    clearTimeout(late)
    return { code: child.exitCode, ...said }
  })
  const says = async (told: RegExp): Promise<void> => {
    while (!told.test(said.stderr) && child.exitCode === null && child.signalCode === null) await sleep(10)
  }
  return { done, says, kill: () => signalGroup(child, 'SIGKILL') }
}

/** In a process group of its own, with the environment of a fresh shell: nothing of the npm that runs this walk. */
function type({ folder, env }: Terminal, words: readonly string[]) {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|NODE|BACKBENCH_|PORT$|HOST$)/i.test(name),
  )
  const PATH = (process.env['PATH'] ?? '').split(delimiter).filter((place) => !place.includes('node_modules'))
  const child = spawn('npm', words, {
    cwd: folder,
    env: { ...Object.fromEntries(clean), PATH: PATH.join(delimiter), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  return { child, said }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal)
  } catch {
    // Everything in it has ended.
  }
}
