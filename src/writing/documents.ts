import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import { mentions as mentionsIn } from '../platform/mentions.ts'
import type { Erasure } from '../platform/slice.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { type DocJson, wordCount } from './document/index.ts'

export const standings = ['agreed', 'members', 'personal'] as const
/** Whose word a document is: agreed policy, the view of a group of members, or one person's view. */
export type Standing = (typeof standings)[number]

export interface Text {
  readonly title: string
  readonly body: DocJson
}
export interface Version extends Text {
  readonly documentId: string
  readonly number: number
  readonly words: number
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly note: string | null
}

export const documentRevised = eventType<{ document: string; version: number }>('writing.document_revised')

export const documentRemoved = eventType<{ document: string }>('writing.document_removed')

/** Makes a document with its first version. */
export async function create(
  act: Act,
  { standing = null, lang = 'en-GB', ...text }: Text & { standing?: Standing | null; lang?: string },
): Promise<string> {
  const { id } = await act.tx
    .insertInto('writing.document')
    .values({ group_id: act.group.id, standing, lang, created_at: act.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'writing.document', key: { id }, inserted: true })
  await insertVersion(act, { documentId: id, number: 1, text, note: null })
  return id
}

export interface Revision extends Text {
  readonly documentId: string
  /** The version the writer began from; refused when somebody else has saved a later one. */
  readonly basedOn: number
  readonly note?: string | null
}

/** Adds a version, unless nothing changed. Gives the number of the latest version. */
export async function revise(act: Act, { documentId, basedOn, note = null, ...text }: Revision): Promise<number> {
  const document = await lock(act, documentId)
  if (document.version !== basedOn)
    throw new Refusal(
      'Somebody else saved this text while you were writing. Your words are below; compare them with the latest version before you save again.',
    )
  const latest = await findVersion(act.tx, { documentId, number: basedOn })
  if (latest && latest.title === text.title && sameBody(latest.body, text.body)) return basedOn
  const number = basedOn + 1
  await keepForUndo(act, { table: 'writing.document', key: { id: documentId } })
  await insertVersion(act, { documentId, number, text, note })
  await act.tx.updateTable('writing.document').set({ version: number }).where('id', '=', documentId).execute()
  await record(act, documentRevised, { document: documentId, version: number })
  return number
}

/** Says whose word the document is. */
export async function setStanding(act: Act, documentId: string, standing: Standing | null): Promise<void> {
  await keepForUndo(act, { table: 'writing.document', key: { id: documentId } })
  await act.tx.updateTable('writing.document').set({ standing }).where('id', '=', documentId).execute()
}

/** Deletes a document with all its versions. Whatever refers to it must be gone first. */
export async function remove(act: Act, documentId: string): Promise<void> {
  const { tx } = act
  const versions = await tx
    .selectFrom('writing.version')
    .select('number')
    .where('document_id', '=', documentId)
    .execute()
  for (const { number } of versions) {
    await keepForUndo(act, { table: 'writing.version', key: { document_id: documentId, number } })
  }
  // Kept last, because undo goes backwards and a version needs its document.
  await keepForUndo(act, { table: 'writing.document', key: { id: documentId } })
  await tx.deleteFrom('writing.document').where('id', '=', documentId).execute()
  await record(act, documentRemoved, { document: documentId })
}

export async function findVersion(
  tx: Tx,
  { documentId, number }: { documentId: string; number?: number },
): Promise<Version | undefined> {
  const row = await tx
    .selectFrom('writing.text')
    .selectAll()
    .where('document_id', '=', documentId)
    .where('number', '=', number ?? sql<number>`latest`)
    .executeTakeFirst()
  return row && toVersion(row)
}

/** All versions, newest first, without their bodies. */
export async function listVersions(tx: Tx, documentId: string): Promise<readonly Omit<Version, 'body'>[]> {
  const rows = await tx
    .selectFrom('writing.text')
    .select(['document_id', 'number', 'title', 'words', 'made_at', 'made_by', 'note'])
    .where('document_id', '=', documentId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toVersion)
}

interface Row {
  document_id: string
  number: number
  title: string
  words: number
  made_at: Date
  made_by: string | null
  note: string | null
}

function toVersion<R extends Row>({ document_id, made_at, made_by, ...row }: R) {
  return { ...row, documentId: document_id, madeAt: made_at, madeBy: made_by }
}

/** Locked until the act ends, so that two savers cannot both make version 8. */
async function lock({ tx }: Act, id: string): Promise<{ version: number }> {
  const document = await tx
    .selectFrom('writing.document')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!document) throw new Refusal('There is no such document.', 404)
  return document
}

async function insertVersion(
  act: Act,
  { documentId, number, text, note }: { documentId: string; number: number; text: Text; note: string | null },
): Promise<void> {
  const { tx, group, at, by } = act
  await tx
    .insertInto('writing.version')
    .values({
      group_id: group.id,
      document_id: documentId,
      number,
      title: text.title,
      body: JSON.stringify(text.body),
      words: wordCount(text.body),
      made_at: at,
      made_by: by.personId,
      note,
    })
    .execute()
  await keepForUndo(act, { table: 'writing.version', key: { document_id: documentId, number }, inserted: true })
}

const sameBody = (a: DocJson, b: DocJson) => JSON.stringify(withoutIds(a)) === JSON.stringify(withoutIds(b))

/** Key order in the database's JSON differs from ours, so keys are sorted. Ids, nulls and empty lists of attributes make no difference to a reader. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key]) => key !== 'id')
    .map(([key, entry]) => [key, withoutIds(entry)] as const)
    .filter(([, entry]) => entry !== null && !isEmptyObject(entry))
  return Object.fromEntries(entries.toSorted(([x], [y]) => (x < y ? -1 : 1)))
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0

/** How many texts, in any of their versions, mention a name: for an erasure. */
export const mentions = (tx: Tx, name: string): Promise<Erasure> =>
  mentionsIn(tx, name, {
    what: 'Texts that mention this name',
    table: 'writing.version',
    columns: ['title', 'body'],
    each: 'document_id',
  })
