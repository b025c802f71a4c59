import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Miss } from '../walk.ts'
import type { Scene } from '../website/scene.ts'

/** A mail server of the walk's own, in a process that can be killed, and what it took. */
export class Sink {
  readonly port: number
  readonly #script: string
  readonly #folder: string
  #child: ChildProcess | undefined

  constructor({ root, folder, port }: Pick<Scene, 'root' | 'folder' | 'port'>) {
    this.port = Number(port) + 25
    this.#script = join(root, 'show', 'mailing', 'sinkProcess.ts')
    this.#folder = join(folder, 'taken')
    mkdirSync(this.#folder)
  }

  /** @param slowest the most milliseconds until it says that it took a letter */
  async start(slowest = 20): Promise<void> {
    const child = spawn(process.execPath, [this.#script, String(this.port), this.#folder, String(slowest)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    const [first] = (await Promise.race([once(child.stdout, 'data'), once(child, 'close')])) as [unknown]
    if (!String(first).includes('ready')) throw new Miss(`the mail server of the walk did not start: ${String(first)}`)
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child) return
    const ended = once(child, 'close')
    child.kill('SIGKILL')
    await ended
  }

  /** Whom it took a letter for, once for each letter. */
  taken(): readonly string[] {
    return readdirSync(this.#folder).map((name) => name.slice(name.indexOf('~') + 1, -'.eml'.length))
  }

  /** Whom it took letters of a subject for, in plain letters: the others are codes, and what tells of a new key. */
  takenOf(subject: string): readonly string[] {
    const line = new RegExp(`^Subject: ${subject}\\r?$`, 'm')
    return readdirSync(this.#folder)
      .filter((name) => line.test(readFileSync(join(this.#folder, name), 'utf8')))
      .map((name) => name.slice(name.indexOf('~') + 1, -'.eml'.length))
  }

  /** The letters to somebody, as they came. */
  lettersTo(address: string): readonly string[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(`~${address}.eml`))
      .map((name) => readFileSync(join(this.#folder, name), 'utf8'))
  }
}
