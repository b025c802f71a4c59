import { newIds } from '../../platform/bulk.ts'
import {
  findOrigins,
  keepOrigins,
  keptReason,
  type NewOrigin,
  type OriginTable,
  type Verdict,
  verdictOn,
} from './origins.ts'
import type { Run } from './run.ts'
import type { CountedKind } from './tally.ts'

/** Something that came in and is to become a record. */
export interface Wanted {
  readonly key: string
  readonly hash: string
  /** By which people know it, for the report. */
  readonly name: string
  readonly countedAs: CountedKind
}

export interface Decided<W extends Wanted> {
  readonly wanted: W
  readonly verdict: Verdict
  readonly id: string
}

export interface Decisions<W extends Wanted> {
  /** In the order they came in. What was removed here, and what came twice, is not among them. */
  readonly all: readonly Decided<W>[]
  readonly made: readonly Decided<W>[]
  readonly changed: readonly Decided<W>[]
  /** Removed here since. */
  readonly removed: readonly W[]
  /** Call it once the records are written. */
  keep(): Promise<void>
}

interface Question<W extends Wanted> {
  readonly table: OriginTable
  readonly wanted: readonly W[]
  /** The record made here, or by another item, that this item is the same as. */
  readonly standing?: (wanted: W) => string | undefined
}

/** Decides, and counts, what becomes of items that may have come before, may have been edited here, or stand here already. */
export async function decide<W extends Wanted>(
  run: Run,
  { table, wanted, standing }: Question<W>,
): Promise<Decisions<W>> {
  const { act, source } = run
  const single = withoutRepeats(run, wanted)
  const origins = await findOrigins(act, { source, table, items: single.map(({ key }) => key) })
  const ids = await newIds(act, single.filter(({ key }) => !origins.has(key)).length)
  const all: Decided<W>[] = []
  const made: Decided<W>[] = []
  const removed: W[] = []
  const noted: NewOrigin[] = []
  for (const one of single) {
    const origin = origins.get(one.key)
    const verdict = verdictOn(origin, one.hash)
    const same = verdict === 'new' ? standing?.(one) : undefined
    const id = origin?.recordId ?? same ?? ids.pop()!
    count(run, one, same ? 'unchanged' : verdict)
    if (verdict === 'removed_here') removed.push(one)
    else all.push({ wanted: one, verdict: same ? 'unchanged' : verdict, id })
    if (verdict === 'new' && !same) made.push(all.at(-1)!)
    if (verdict === 'new' || verdict === 'changed')
      noted.push({ item: one.key, recordId: id, itemHash: one.hash, ours: same !== undefined })
  }
  const changed = all.filter(({ verdict }) => verdict === 'changed')
  return { all, made, changed, removed, keep: () => keepOrigins(act, { source, table, origins: noted }) }
}

function withoutRepeats<W extends Wanted>({ tally, met }: Run, wanted: readonly W[]): readonly W[] {
  return wanted.filter((one) => {
    const repeated = met.has(one.key)
    if (repeated) tally.leaveOut(one.countedAs, { reason: 'It stood in the export twice.', name: one.name })
    met.add(one.key)
    return !repeated
  })
}

function count({ tally }: Run, { countedAs, name }: Wanted, verdict: Verdict): void {
  if (verdict === 'edited_here' || verdict === 'removed_here')
    return tally.leaveOut(countedAs, { reason: keptReason[verdict], name })
  tally.add(countedAs, verdict === 'new' ? 'made' : verdict)
}
