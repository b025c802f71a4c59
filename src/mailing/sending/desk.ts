import { setTimeout as sleep } from 'node:timers/promises'
import type { GroupContext } from '../../platform/slice.ts'
import { type Due, type Exchange, exchange, type Result } from './deliveries.ts'
import { standBack } from './rules.ts'

export interface Answer {
  readonly due: Due | null
  /** With none due, when to ask again. */
  readonly again: Date | null
}
interface Asking {
  readonly result: Result | null
  readonly wants: boolean
  readonly answer: (given: Answer) => void
  readonly fail: (error: unknown) => void
}

/** So long those who ask wait for the others: ms. A server that is slower than this is hardly kept waiting by it. */
const GATHER = 10

/**
 * Where the connections of a run report and are given their next letter. Whoever asks waits a moment for the others, so that as
 * many letters as there are connections cost one commit.
 */
export class Desk {
  readonly #context: GroupContext
  readonly #of: Pick<Exchange, 'letterId' | 'run' | 'domain'>
  #waiting: Asking[] = []
  #busy = false
  #requests: number
  #connections: number
  #allHere: () => void = () => {}
  accepted = 0
  laterInARow = 0
  lastWords = ''

  constructor(context: GroupContext, of: Pick<Exchange, 'letterId' | 'run' | 'domain'>, connections: number) {
    this.#context = context
    this.#of = of
    this.#connections = connections
    this.#requests = context.services.meter.requests
  }

  /** Notes what became of a letter, and gives the next one if it is wanted. */
  ask(result: Result | null, wants: boolean): Promise<Answer> {
    if (!result && !wants) return Promise.resolve({ due: null, again: null })
    if (result) this.#count(result)
    return new Promise((answer, fail) => {
      this.#waiting.push({ result, wants, answer, fail })
      if (this.#waiting.length >= this.#connections) this.#allHere()
      if (!this.#busy) void this.#work()
    })
  }

  /** A connection that will not ask again is not waited for. */
  leave(): void {
    this.#connections -= 1
    if (this.#waiting.length >= this.#connections) this.#allHere()
  }

  #count({ state, said }: Result): void {
    this.lastWords = said
    if (state === 'accepted') this.accepted += 1
    this.laterInARow = state === 'waiting' ? this.laterInARow + 1 : 0
  }

  async #work(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length) {
      await this.#gathered()
      await this.#pagesFirst()
      const asking = this.#waiting
      this.#waiting = []
      await this.#answer(asking).catch((error: unknown) => asking.forEach(({ fail }) => fail(error)))
    }
    this.#busy = false
  }

  #gathered(): Promise<void> | undefined {
    if (this.#waiting.length >= this.#connections) return
    return new Promise((resolve) => {
      const waited = setTimeout(resolve, GATHER)
      this.#allHere = () => (clearTimeout(waited), resolve())
    })
  }

  async #pagesFirst(): Promise<void> {
    const { requests } = this.#context.services.meter
    const wait = standBack(requests - this.#requests)
    this.#requests = requests
    if (wait) await sleep(wait)
  }

  async #answer(asking: readonly Asking[]): Promise<void> {
    const results = asking.flatMap(({ result }) => result ?? [])
    const want = asking.filter(({ wants }) => wants).length
    const { due, again } = await this.#context.act((act) => exchange(act, { ...this.#of, results, want }))
    const left = [...due]
    for (const { wants, answer } of asking)
      answer({ due: (wants && left.shift()) || null, again: again ?? (due.length ? new Date() : null) })
  }
}
