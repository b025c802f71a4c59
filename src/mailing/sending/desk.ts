import type { GroupContext } from '../../platform/slice.ts'
import { type Due, type Exchange, exchange, type Result } from './deliveries.ts'

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

/**
 * Where the connections of a run report and are given their next letter. Whoever asks while a transaction is under way waits for
 * the next one together with the others, so that many letters cost one commit.
 */
export class Desk {
  readonly #context: GroupContext
  readonly #of: Pick<Exchange, 'letterId' | 'run' | 'domain'>
  #waiting: Asking[] = []
  #busy = false
  accepted = 0
  laterInARow = 0
  lastWords = ''

  constructor(context: GroupContext, of: Pick<Exchange, 'letterId' | 'run' | 'domain'>) {
    this.#context = context
    this.#of = of
  }

  /** Notes what became of a letter, and gives the next one if it is wanted. */
  ask(result: Result | null, wants: boolean): Promise<Answer> {
    if (!result && !wants) return Promise.resolve({ due: null, again: null })
    if (result) this.#count(result)
    return new Promise((answer, fail) => {
      this.#waiting.push({ result, wants, answer, fail })
      if (!this.#busy) void this.#work()
    })
  }

  #count({ state, said }: Result): void {
    this.lastWords = said
    if (state === 'accepted') this.accepted += 1
    this.laterInARow = state === 'waiting' ? this.laterInARow + 1 : 0
  }

  async #work(): Promise<void> {
    this.#busy = true
    while (this.#waiting.length) {
      const asking = this.#waiting
      this.#waiting = []
      await this.#answer(asking).catch((error: unknown) => asking.forEach(({ fail }) => fail(error)))
    }
    this.#busy = false
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
