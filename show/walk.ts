import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a step expected and did not see. It ends the walk. */
export class Miss extends Error {}

/** Throws a Miss unless it holds. `what` says what was expected, and what was seen instead. */
export function expect(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Miss(what)
}

/** Expects two things to be the same, compared as JSON. */
export function expectSame(seen: unknown, wanted: unknown, what: string): void {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(wanted)]
  expect(a === b, `${what}: expected ${b}, saw ${a}`)
}

/** One walk through what an issue asks to be shown: numbered steps, each printing what it saw. */
export class Walk {
  /** Where screenshots go. */
  readonly shots: string
  readonly #endings: (() => Promise<void> | void)[] = []
  readonly #left: string[] = []
  #look: () => Promise<void> = () => Promise.resolve()
  #steps = 0

  constructor(root: string, name: string) {
    this.shots = join(root, 'show', 'out', name)
    rmSync(this.shots, { recursive: true, force: true })
    mkdirSync(this.shots, { recursive: true })
  }

  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.#steps += 1
    process.stdout.write(`\n${this.#steps}. ${title}\n`)
    return work()
  }

  saw(line: string): void {
    process.stdout.write(`   ${line}\n`)
  }

  /** Something the host chose not to see. The walk says so at its end. */
  leftOut(what: string): void {
    this.saw(`Left out: ${what}`)
    this.#left.push(what)
  }

  /** To be done when the walk is over, however it ends; the last asked for comes first. */
  atTheEnd(work: () => Promise<void> | void): void {
    this.#endings.unshift(work)
  }

  /** To be looked at when something is missed, before the walk ends. */
  atAMiss(work: () => Promise<void>): void {
    this.#look = work
  }

  async miss(): Promise<void> {
    await this.#look().catch(() => {}) // what is told is the miss, not that no picture could be made of it
  }

  async end(): Promise<void> {
    for (const work of this.#endings.splice(0)) await work()
  }

  get summary(): string {
    const left = this.#left.length ? ` But: ${this.#left.join('; ')}.` : ''
    return `${this.#steps} steps, all seen.${left}`
  }
}
