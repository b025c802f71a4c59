import { type ItemRecord, readExport } from '../wordpress/export.ts'
import type { OpenExport } from './survey.ts'

/** Whichever is reached first: items, or characters of text, so that a few huge items do not stand in memory together. */
const MOST = { items: 200, characters: 4_000_000 }
/** The first is small: the planner knows nothing of a new group's rows until they are analysed after it. */
const FIRST = 20

/** The items of an export, some at a time. */
export async function* batchesOf(open: OpenExport): AsyncGenerator<readonly ItemRecord[]> {
  let batch: ItemRecord[] = []
  let characters = 0
  let most = FIRST
  for await (const record of readExport(open())) {
    if (record.kind !== 'item') continue
    batch.push(record)
    characters += sizeOf(record)
    if (batch.length < most && characters < MOST.characters) continue
    yield batch
    batch = []
    characters = 0
    most = MOST.items
  }
  if (batch.length) yield batch
}

const sizeOf = ({ content, comments }: ItemRecord): number =>
  comments.reduce((sum, comment) => sum + comment.content.length, content.length)
