import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import type { Kind } from '../kinds.ts'
import { type Field, isField } from './columns/fields.ts'
import type { DayOrder } from './understanding/days.ts'
import { type Guess, type Mapping, signatureOf } from './columns/guess.ts'

export type ImportState = 'matching' | 'reading' | 'checking' | 'bringing' | 'done' | 'undone' | 'refused' | 'failed'
export type RowState = 'new' | 'changed' | 'same' | 'problem' | 'left_out'
export type Counts = Readonly<Record<RowState, number>> & { readonly rows: number }

/** What an officer says of a whole list. */
export interface Choices {
  /** What people are where the list does not say. */
  readonly kind: Kind
  /** How all of them said yes to the newsletter. */
  readonly evidence: string
  /** Where list and register differ: `list` changes the register, `register` only fills in what it lacks. */
  readonly prefer: 'list' | 'register'
  /** For each column, how its days are written; known once the list was read. */
  readonly orders?: readonly DayOrder[]
}

/** One list of people, from the moment it was sent. */
export interface MemberImport {
  readonly id: string
  readonly fileName: string
  readonly pasted: boolean
  readonly fileSha256: string | null
  readonly sheet: number
  readonly sheets: readonly string[]
  readonly columns: readonly Guess[]
  readonly mapping: Mapping
  readonly choices: Choices
  readonly state: ImportState
  readonly rowsRead: number
  readonly remarks: readonly string[]
  readonly counts: Counts | null
  readonly trouble: string | null
  readonly actId: string | null
  readonly startedAt: Date
  readonly endedAt: Date | null
}

/** Whether something of it came in, so that it can be undone. */
export const cameIn = (one: MemberImport): one is MemberImport & { readonly actId: string } =>
  one.state === 'done' && one.actId !== null && bringsSomething(one.counts)
export const bringsSomething = (counts: Pick<Counts, 'new' | 'changed'> | null): boolean =>
  counts !== null && counts.new + counts.changed > 0

export const usualChoices: Choices = { kind: 'member', evidence: '', prefer: 'list' }

export interface NewImport {
  readonly fileName: string
  readonly pasted: boolean
  readonly fileSha256: string | null
  readonly sheet: number
  readonly sheets: readonly string[]
  readonly columns: readonly Guess[]
  readonly choices?: Partial<Choices>
}

/** Notes a list that was sent, with its columns as they are guessed or were matched the last time. */
export async function begin(act: Act, given: NewImport): Promise<string> {
  const { tx, group, at, by } = act
  const mapping = await remembered(tx, given.columns)
  const { id } = await tx
    .insertInto('people.import')
    .values({
      group_id: group.id,
      file_name: given.fileName.slice(0, 300).toWellFormed() || 'list',
      pasted: given.pasted,
      file_sha256: given.fileSha256,
      sheet: given.sheet,
      sheets: JSON.stringify(given.sheets),
      columns: JSON.stringify(given.columns),
      mapping: JSON.stringify(mapping),
      choices: JSON.stringify({ ...usualChoices, ...given.choices }),
      state: 'matching',
      started_by: by.personId,
      started_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function remembered(tx: Tx, columns: readonly Guess[]): Promise<Mapping> {
  const found = await tx
    .selectFrom('people.import_mapping')
    .select('mapping')
    .where('signature', '=', signature(columns))
    .executeTakeFirst()
  const known = found?.mapping as Readonly<Record<string, Field | null>> | undefined
  return columns.map(({ heading, field }) => {
    const before = known?.[heading]
    return before === undefined ? field : before !== null && isField(before) ? before : null
  })
}

/** How the columns are to be read, remembered for the next list with these headings. What was read before is forgotten. */
export async function match(
  act: Act,
  one: MemberImport,
  { mapping, choices }: Pick<MemberImport, 'mapping' | 'choices'>,
) {
  const { tx, group, at } = act
  const named = Object.fromEntries(one.columns.map(({ heading }, i) => [heading, mapping[i] ?? null]))
  const row = { group_id: group.id, signature: signature(one.columns), mapping: JSON.stringify(named), used_at: at }
  if (!one.pasted)
    await tx
      .insertInto('people.import_mapping')
      .values(row)
      .onConflict((same) => same.columns(['group_id', 'signature']).doUpdateSet({ mapping: row.mapping, used_at: at }))
      .execute()
  await set(act, one.id, {
    state: 'reading',
    mapping: JSON.stringify(mapping),
    choices: JSON.stringify(choices),
    rows_read: 0,
  })
}

const signature = (columns: readonly Guess[]): string =>
  createHash('sha256')
    .update(signatureOf(columns.map(({ heading }) => heading)))
    .digest('hex')

interface Changes {
  readonly state?: ImportState
  readonly mapping?: string
  readonly choices?: string
  readonly columns?: string
  readonly rows_read?: number
  readonly remarks?: string
  readonly counts?: string
  readonly trouble?: string | null
  readonly act_id?: string
  readonly ended_at?: Date
}

export async function set({ tx }: Act, id: string, changes: Changes): Promise<void> {
  await tx.updateTable('people.import').set(changes).where('id', '=', id).execute()
}

/** Nothing came in: the list could not be used (`refused`, with a sentence) or something broke (`failed`). */
export async function giveUp({ act }: GroupContext, id: string, error: unknown): Promise<void> {
  const refused = error instanceof Refusal
  const trouble = refused ? error.message : 'Something went wrong on our side. Nothing was brought in.'
  await act((a) => set(a, id, { state: refused ? 'refused' : 'failed', trouble, ended_at: a.at }))
}

export async function find(tx: Tx, id: string): Promise<MemberImport | undefined> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst()
  return row as unknown as MemberImport | undefined
}

/** The import, locked until the act ends: two officers' presses come one after the other. */
export async function lock(act: Act, id: string): Promise<MemberImport> {
  const row = await select(act.tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('This list is no longer here. Send it again.', 404)
  return row as unknown as MemberImport
}

/** The newest first. */
export async function list(tx: Tx, limit = 20): Promise<readonly MemberImport[]> {
  const rows = await select(tx).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows as unknown as MemberImport[]
}

const select = (tx: Tx) =>
  tx
    .selectFrom('people.import')
    .select(['id', 'file_name as fileName', 'pasted', 'file_sha256 as fileSha256', 'sheet', 'sheets', 'columns'])
    .select(['mapping', 'choices', 'state', 'rows_read as rowsRead', 'remarks', 'counts', 'trouble'])
    .select(['act_id as actId', 'started_at as startedAt', 'ended_at as endedAt'])

/** The list has come in, or never will: its rows and samples go, and its file, unless another import waits with the same. */
export async function forget({ tx }: Act, id: string): Promise<readonly string[]> {
  await tx.deleteFrom('people.import_row').where('import_id', '=', id).execute()
  const { rows } = await sql<{ sha256: string | null }>`
    with one as (select file_sha256 from people.import where id = ${id}),
      cleared as (update people.import set file_sha256 = null,
        columns = (select coalesce(jsonb_agg(c || '{"samples": []}'), '[]') from jsonb_array_elements(columns) c)
        where id = ${id})
    select o.file_sha256 as sha256 from one o
    where not exists (select from people.import i where i.file_sha256 = o.file_sha256 and i.id <> ${id})`.execute(tx)
  return rows.flatMap(({ sha256 }) => (sha256 ? [sha256] : []))
}
