import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { keepForUndo } from '../platform/undo.ts'
import { documents, type Standing } from '../writing/index.ts'
import { ofEntry } from './entryAddresses.ts'
import type { Entry } from './entry.ts'
import { refusalToPin } from './pins.ts'
import { fitsAbove } from './rules.ts'
import { FormRefusal } from '../platform/formRefusal.ts'
import { sameWhereabouts, setWhereabouts, type Whereabouts, whereaboutsOf } from './provenance/provenance.ts'

/** Everything about an entry but its words. */
export interface Details extends Whereabouts {
  readonly slug: string
  readonly authorId: string | null
  readonly parentId: string | null
  readonly excerpt: string
  readonly pictureId: string | null
  readonly pinned: boolean
  readonly commentsOpen: boolean
  readonly standing: Standing | null
  readonly termIds: readonly string[]
}

/** As last saved: waiting for the next publication, or already the entry's own. */
export async function latestDetails(tx: Tx, entry: Entry): Promise<Details> {
  return (await stagedDetails(tx, entry.id)) ?? ownDetails(tx, entry)
}

/** What waits for the next publication, if anything does. */
export async function stagedDetails(tx: Tx, entryId: string): Promise<Details | undefined> {
  const row = await tx.selectFrom('publishing.draft').selectAll().where('entry_id', '=', entryId).executeTakeFirst()
  if (!row) return undefined
  return {
    ...fields(row),
    standing: row.standing as Standing | null,
    termIds: row.term_ids,
    ...(row.appearances ? (row as unknown as Whereabouts) : await whereaboutsOf(tx, entryId)),
  }
}

/** Saves details: at once while the public has never seen the entry, else beside it until it is published again. */
export async function saveDetails(act: Act, entry: Entry, details: Details): Promise<void> {
  await checkLinks(act.tx, entry, details)
  if (await ofEntry(act.tx, entry.id)) return stage(act, entry, details)
  await writeDetails(act, entry, details)
}

/** Makes public what was waiting. Says whether the entry's address must follow. */
export async function applyStaged(
  act: Act,
  entry: Entry,
): Promise<{ readonly changed: boolean; readonly moved: boolean }> {
  const staged = await stagedDetails(act.tx, entry.id)
  if (!staged) return { changed: false, moved: false }
  await unstage(act, entry.id)
  await writeDetails(act, entry, staged)
  return { changed: true, moved: staged.slug !== entry.slug || staged.parentId !== entry.parent_id }
}

interface Row {
  slug: string
  author_id: string | null
  parent_id: string | null
  excerpt: string
  picture_id: string | null
  pinned: boolean
  comments_open: boolean
}

const fields = (row: Row) => ({
  slug: row.slug,
  authorId: row.author_id,
  parentId: row.parent_id,
  excerpt: row.excerpt,
  pictureId: row.picture_id,
  pinned: row.pinned,
  commentsOpen: row.comments_open,
})

const columns = (details: Omit<Details, keyof Whereabouts>): Row => ({
  slug: details.slug,
  author_id: details.authorId,
  parent_id: details.parentId,
  excerpt: details.excerpt,
  picture_id: details.pictureId,
  pinned: details.pinned,
  comments_open: details.commentsOpen,
})

async function ownDetails(tx: Tx, entry: Entry): Promise<Details> {
  const { standing } = await tx
    .selectFrom('writing.text')
    .select('standing')
    .where('document_id', '=', entry.document_id)
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...fields(entry), standing, termIds: await termIdsOf(tx, entry.id), ...(await whereaboutsOf(tx, entry.id)) }
}

async function termIdsOf(tx: Tx, entryId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('publishing.entry_term')
    .select('term_id')
    .where('entry_id', '=', entryId)
    .orderBy('term_id')
    .execute()
  return rows.map(({ term_id }) => term_id)
}

async function stage(act: Act, entry: Entry, details: Details): Promise<void> {
  const { tx, group } = act
  if (sameDetails(details, await ownDetails(tx, entry))) return unstage(act, entry.id)
  const key = { entry_id: entry.id }
  const values = {
    ...columns(details),
    standing: details.standing,
    term_ids: [...details.termIds],
    provenance: JSON.stringify(details.provenance),
    appearances: JSON.stringify(details.appearances),
  }
  if (await stagedDetails(tx, entry.id)) {
    await keepForUndo(act, { table: 'publishing.draft', key })
    await tx.updateTable('publishing.draft').set(values).where('entry_id', '=', entry.id).execute()
  } else {
    await tx
      .insertInto('publishing.draft')
      .values({ group_id: group.id, ...key, ...values })
      .execute()
    await keepForUndo(act, { table: 'publishing.draft', key, inserted: true })
  }
}

async function unstage(act: Act, entryId: string): Promise<void> {
  if (!(await stagedDetails(act.tx, entryId))) return
  await keepForUndo(act, { table: 'publishing.draft', key: { entry_id: entryId } })
  await act.tx.deleteFrom('publishing.draft').where('entry_id', '=', entryId).execute()
}

async function writeDetails(act: Act, entry: Entry, details: Details): Promise<void> {
  await keepForUndo(act, { table: 'publishing.entry', key: { id: entry.id } })
  await act.tx.updateTable('publishing.entry').set(columns(details)).where('id', '=', entry.id).execute()
  await documents.setStanding(act, entry.document_id, details.standing)
  await setTerms(act, entry.id, details.termIds)
  await setWhereabouts(act, entry.id, details)
}

/** Terms that have gone since they were chosen are passed over. */
async function setTerms(act: Act, entryId: string, wanted: readonly string[]): Promise<void> {
  const { tx, group } = act
  const before = new Set(await termIdsOf(tx, entryId))
  const after = new Set(await known(tx, 'publishing.term', wanted))
  for (const term_id of [...before].filter((id) => !after.has(id))) {
    await keepForUndo(act, { table: 'publishing.entry_term', key: { entry_id: entryId, term_id } })
    await tx
      .deleteFrom('publishing.entry_term')
      .where('entry_id', '=', entryId)
      .where('term_id', '=', term_id)
      .execute()
  }
  for (const term_id of [...after].filter((id) => !before.has(id))) {
    await tx.insertInto('publishing.entry_term').values({ group_id: group.id, entry_id: entryId, term_id }).execute()
    await keepForUndo(act, { table: 'publishing.entry_term', key: { entry_id: entryId, term_id }, inserted: true })
  }
}

/** Ids come from a form: each must be this group's, and no page may stand above itself. */
async function checkLinks(
  tx: Tx,
  entry: Entry,
  { authorId, pictureId, parentId, termIds, pinned }: Details,
): Promise<void> {
  if (pinned && !(await latestDetails(tx, entry)).pinned) {
    const full = await refusalToPin(tx, entry)
    if (full) throw new FormRefusal('pinned', full)
  }
  if (authorId && !(await known(tx, 'publishing.author', [authorId])).length)
    throw new FormRefusal('author', 'There is no such author any more.')
  if (pictureId && !(await known(tx, 'publishing.picture', [pictureId])).length)
    throw new FormRefusal('mainPicture', 'There is no such picture any more.')
  if ((await known(tx, 'publishing.term', termIds)).length < new Set(termIds).size)
    throw new FormRefusal('categories', 'One of the categories is no longer there.')
  if (!parentId) return
  if (entry.kind === 'post') throw new FormRefusal('parent', 'Only a page can stand below another page.')
  const pages = await tx.selectFrom('publishing.entry').select(['id', 'parent_id']).where('kind', '=', 'page').execute()
  if (!pages.some(({ id }) => id === parentId)) throw new FormRefusal('parent', 'There is no such page to stand below.')
  if (!fitsAbove(entry.id, parentId, new Map(pages.map(({ id, parent_id }) => [id, parent_id])))) {
    throw new FormRefusal('parent', 'A page cannot stand below itself.')
  }
}

async function known(
  tx: Tx,
  table: 'publishing.author' | 'publishing.picture' | 'publishing.term',
  ids: readonly string[],
): Promise<string[]> {
  if (!ids.length) return []
  const rows = await tx.selectFrom(table).select('id').where('id', 'in', ids).execute()
  return rows.map(({ id }) => id)
}

/** Whether two say the same, in whatever order their terms stand. */
export const sameDetails = (a: Details, b: Details): boolean =>
  sameWhereabouts(a, b) &&
  JSON.stringify([columns(a), a.standing, a.termIds.toSorted()]) ===
    JSON.stringify([columns(b), b.standing, b.termIds.toSorted()])
