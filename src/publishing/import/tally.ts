import { cut } from './rules.ts'

/** What became of the items of one kind. `in` = made + changed + unchanged + left_out. */
export interface Count {
  in: number
  made: number
  changed: number
  unchanged: number
  left_out: number
}
export const countedKinds = [
  'posts',
  'pages',
  'authors',
  'categories',
  'tags',
  'comments',
  'pictures',
  'menu_items',
  'addresses',
  'other',
] as const
export type CountedKind = (typeof countedKinds)[number]
export type Outcome = Exclude<keyof Count, 'in'>

/** One reason why items, or parts of them, were left out, with a few of their names. */
export interface LeftOut {
  readonly kind: CountedKind
  readonly reason: string
  count: number
  readonly examples: string[]
}

/** The reconciliation report's figures: what came in, what was made, what was left out and why. */
export interface Reconciliation extends Record<CountedKind, Count> {
  /** The old site's address, as the file gives it. */
  readonly site: string
  /** Of the comments that came in: approved, pending, spam and trash apart. */
  readonly comments_by_state: Record<'approved' | 'pending' | 'spam' | 'trash', number>
  readonly left_out: LeftOut[]
}

const EXAMPLES = 5

/** Counts while an import runs. Every item that comes in is counted once. */
export class Tally {
  readonly report: Reconciliation
  readonly #reasons = new Map<string, LeftOut>()

  constructor(site: string) {
    const counts = Object.fromEntries(
      countedKinds.map((kind) => [kind, { in: 0, made: 0, changed: 0, unchanged: 0, left_out: 0 }]),
    ) as Record<CountedKind, Count>
    this.report = {
      site,
      ...counts,
      comments_by_state: { approved: 0, pending: 0, spam: 0, trash: 0 },
      left_out: [],
    }
  }

  add(kind: CountedKind, outcome: Exclude<Outcome, 'left_out'>, times = 1): void {
    this.report[kind].in += times
    this.report[kind][outcome] += times
  }

  leaveOut(kind: CountedKind, why: { reason: string; name: string }): void {
    this.report[kind].in += 1
    this.report[kind].left_out += 1
    this.note(kind, why)
  }

  /** Says why part of something that was counted did not come: the file of a picture. */
  note(kind: CountedKind, { reason, name }: { reason: string; name: string }): void {
    const key = `${kind} ${reason}`
    let known = this.#reasons.get(key)
    if (!known) {
      known = { kind, reason, count: 0, examples: [] }
      this.#reasons.set(key, known)
      this.report.left_out.push(known)
    }
    known.count += 1
    if (known.examples.length < EXAMPLES && name) known.examples.push(cut(name, 120))
  }
}
