import { setImmediate } from 'node:timers/promises'
import { type ItemRecord, readExport } from '../wordpress/export.ts'
import { wantedEntry } from './entriesImport.ts'
import type { WantedEntry } from './entryRows.ts'
import { fateOf } from './rules.ts'
import type { Run } from './run.ts'
import type { OpenExport } from './survey.ts'

/** Some of an export's items, sorted by what becomes of them. */
export interface Batch {
  readonly entries: readonly WantedEntry[]
  readonly pictures: readonly ItemRecord[]
  readonly leftOut: readonly { readonly item: ItemRecord; readonly reason: string }[]
  readonly count: number
}

/** Whichever is reached first: items, or characters of text, so that a few huge items do not stand in memory together. */
const MOST = { items: 100, characters: 4_000_000 }
/** The first is small: the planner knows nothing of a new group's rows until they are analysed after it. */
const FIRST = 20

/** The items of an export, read and converted while the database is busy with those before them. */
export async function* batchesOf(run: Run, open: OpenExport): AsyncGenerator<Batch> {
  const source = read(run, open)
  try {
    let coming = source.next()
    for (;;) {
      const { done, value } = await coming
      if (done) return
      coming = source.next()
      coming.catch(() => {}) // thrown when its turn comes
      yield value
    }
  } finally {
    await source.return(undefined)
  }
}

async function* read(run: Run, open: OpenExport): AsyncGenerator<Batch, undefined> {
  let batch = new GrowingBatch()
  let most = FIRST
  for await (const record of readExport(open())) {
    if (record.kind !== 'item') continue
    batch.add(run, record)
    await setImmediate() // lets the database's answers in between two conversions
    if (batch.count < most && batch.characters < MOST.characters) continue
    yield batch
    batch = new GrowingBatch()
    most = MOST.items
  }
  if (batch.count) yield batch
}

class GrowingBatch implements Batch {
  readonly entries: WantedEntry[] = []
  readonly pictures: ItemRecord[] = []
  readonly leftOut: { item: ItemRecord; reason: string }[] = []
  count = 0
  characters = 0

  add(run: Run, item: ItemRecord): void {
    this.count += 1
    this.characters += item.comments.reduce((sum, { content }) => sum + content.length, item.content.length)
    const fate = fateOf(item)
    if (fate.kind === 'entry') this.entries.push(wantedEntry(run, item, fate.status))
    if (fate.kind === 'picture') this.pictures.push(item)
    if (fate.kind === 'left_out') this.leftOut.push({ item, reason: fate.reason })
  }
}
