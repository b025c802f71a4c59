import type { Act } from '../platform/act.ts'
import { cancelJob, enqueue } from '../platform/jobs.ts'
import { record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { documents, plainText } from '../writing/index.ts'
import { applyStaged } from './details.ts'
import { type Entry, lockEntry } from './entry.ts'
import { checkFree, markGone, ofEntry, settle } from './entryAddresses.ts'
import { entryPublished, entryScheduled, entryWithdrawn } from './events.ts'
import { isDue } from './rules.ts'
import * as updateNotes from './updateNotes.ts'
import { FormRefusal } from '../platform/formRefusal.ts'

/** The job that publishes one entry at its moment; `jobs.ts` gives it its work. */
export const publishDueJob = { name: 'publishing.publish_due' }

/**
 * Makes the latest version the one the public sees, with all details saved since. The first time it gets its date and
 * address. `note` tells readers what changed in a text already published.
 */
export async function publish(act: Act, { id, note = '' }: { id: string; note?: string }): Promise<void> {
  const entry = await lockEntry(act, id)
  await cancelJob(act, jobKey(id))
  const latest = await latestVersion(act, entry)
  const at = entry.status === 'scheduled' ? act.at : (entry.published_at ?? act.at)
  await goLive(act, entry, { version: latest.number, publishedAt: at })
  if (note.trim() && entry.status === 'published') await updateNotes.add(act, { entryId: id, text: note.trim() })
}

/** Publishes the latest version at a later moment. Editing or withdrawing it before then takes the order back. */
export async function schedule(act: Act, { id, at }: { id: string; at: Date }): Promise<void> {
  const entry = await lockEntry(act, id)
  if (entry.status === 'published')
    throw new Refusal('This is published already. Withdraw it first if it should appear later.')
  if (at <= act.at) throw new FormRefusal('at', 'Choose a moment in the future, or publish it now.')
  const { number } = await latestVersion(act, entry)
  await checkFree(act, { ...entry, published_at: at })
  await change(act, entry, { status: 'scheduled', published_version: number, published_at: at })
  await enqueue(act, { job: publishDueJob, payload: { entry: id }, at, key: jobKey(id) })
  await record(act, entryScheduled, { entry: id })
}

/** Publishes a scheduled entry when its moment has come; does nothing when it is no longer wanted. */
export async function publishDue(act: Act, id: string): Promise<void> {
  const entry = await lockEntry(act, id)
  if (!isDue(entry, act.at)) return
  await goLive(act, entry, { version: entry.published_version!, publishedAt: entry.published_at!, numbered: true })
}

/** Takes an entry off the website: its address says 410 until it is published again. Takes back an order to publish. */
export async function withdraw(act: Act, id: string): Promise<void> {
  const entry = await lockEntry(act, id)
  if (entry.status === 'scheduled') {
    await unschedule(act, entry)
  } else if (entry.status === 'published') {
    await change(act, entry, { status: 'withdrawn' })
    await markGone(act, id)
    await keepForUndo(act, { table: 'publishing.search_text', key: { entry_id: id } })
    await act.tx.deleteFrom('publishing.search_text').where('entry_id', '=', id).execute()
  } else {
    throw new Refusal('This is not on the website.')
  }
  await record(act, entryWithdrawn, { entry: id })
}

/** Takes back an order to publish: the entry is a draft again, or withdrawn as before. */
export async function unschedule(act: Act, entry: Entry): Promise<Entry> {
  const status = (await ofEntry(act.tx, entry.id)) ? 'withdrawn' : 'draft'
  const before = { status, published_version: null, published_at: null } as const
  await change(act, entry, before)
  await cancelJob(act, jobKey(entry.id))
  return { ...entry, ...before }
}

interface Going {
  readonly version: number
  readonly publishedAt: Date
  readonly numbered?: boolean
}

async function goLive(act: Act, entry: Entry, { version, publishedAt, numbered = false }: Going): Promise<void> {
  const { changed, moved } = await applyStaged(act, entry)
  const isNews = changed || version !== entry.published_version
  const updatedAt = entry.status === 'published' && isNews ? act.at : entry.updated_at
  await change(act, entry, {
    status: 'published',
    published_version: version,
    published_at: publishedAt,
    updated_at: updatedAt,
  })
  await settle(act, await lockEntry(act, entry.id), { moved, numbered })
  await writeSearchText(act, entry, version)
  await record(act, entryPublished, { entry: entry.id, version })
}

/** The public text for search, which must never find what the public cannot read. */
async function writeSearchText(act: Act, { id, document_id }: Entry, number: number): Promise<void> {
  const { tx, group } = act
  const text = await documents.findVersion(tx, { documentId: document_id, number })
  if (!text) throw new Error('The published version is missing.')
  const values = { title: text.title, body: plainText(text.body) }
  const key = { entry_id: id }
  const exists = await tx
    .selectFrom('publishing.search_text')
    .select('entry_id')
    .where('entry_id', '=', id)
    .executeTakeFirst()
  if (exists) await keepForUndo(act, { table: 'publishing.search_text', key })
  await tx
    .insertInto('publishing.search_text')
    .values({ group_id: group.id, ...key, ...values })
    .onConflict((same) => same.columns(['group_id', 'entry_id']).doUpdateSet(values))
    .execute()
  if (!exists) await keepForUndo(act, { table: 'publishing.search_text', key, inserted: true })
}

async function latestVersion({ tx }: Act, { document_id }: Entry) {
  const latest = await documents.findVersion(tx, { documentId: document_id })
  if (!latest?.title.trim()) throw new FormRefusal('title', 'Give it a title before you publish it.')
  return latest
}

type Changes = Partial<Pick<Entry, 'status' | 'published_version' | 'published_at' | 'updated_at'>>

async function change(act: Act, { id }: Entry, changes: Changes): Promise<void> {
  await keepForUndo(act, { table: 'publishing.entry', key: { id } })
  await act.tx.updateTable('publishing.entry').set(changes).where('id', '=', id).execute()
}

export const jobKey = (id: string) => `${publishDueJob.name}:${id}`
