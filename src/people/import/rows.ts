import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { RowState } from './imports.ts'
import type { Besides, RegisterFacts } from './placing.ts'
import type { Remark } from './understanding/outcome.ts'

/** One row of a list that waits, as its page shows it. */
export interface StagedRow {
  readonly place: number
  readonly row: number
  readonly cells: readonly string[]
  readonly facts: RegisterFacts
  readonly besides: Besides
  readonly state: RowState
  readonly problems: readonly Remark[]
  readonly notices: readonly Remark[]
  readonly changes: Readonly<Record<string, string>>
  readonly likely: Likely | null
}

/** Whom a row may be about. */
export interface Likely {
  readonly why: 'name_and_postcode' | 'in_list' | 'address_in_list'
  readonly name?: string
  readonly person?: string
  readonly row?: number
}

export interface ProblemRow {
  readonly row: number
  readonly whys: readonly Remark[]
}

interface Asked {
  readonly state: RowState
  readonly limit: number
  readonly offset: number
}

export async function list(tx: Tx, importId: string, { state, limit, offset }: Asked): Promise<readonly StagedRow[]> {
  const rows = await select(tx, importId)
    .where('state', '=', state)
    .orderBy('place')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows as unknown as StagedRow[]
}

export async function find(tx: Tx, importId: string, place: number): Promise<StagedRow | undefined> {
  return (await select(tx, importId).where('place', '=', place).executeTakeFirst()) as unknown as StagedRow | undefined
}

const select = (tx: Tx, importId: string) =>
  tx
    .selectFrom('people.import_row')
    .select(['place', 'row', 'cells', 'facts', 'besides', 'state', 'problems', 'notices', 'changes', 'likely'])
    .where('import_id', '=', importId)

/** All rows that cannot come in, with the reasons. */
export async function problemRows(tx: Tx, importId: string): Promise<readonly ProblemRow[]> {
  const { rows } = await sql<Pick<StagedRow, 'row' | 'problems' | 'likely'>>`
    select row, problems, likely from people.import_row where import_id = ${importId} and state = 'problem' order by place`.execute(
    tx,
  )
  return rows.map((one) => ({ row: one.row, whys: whysOf(one) }))
}

/** Why a row is a problem, in words. */
export const whysOf = ({ problems, likely }: Pick<StagedRow, 'problems' | 'likely'>): readonly Remark[] => [
  ...problems,
  ...(likely
    ? [{ field: likely.why === 'name_and_postcode' ? ('name' as const) : ('email' as const), why: wordsFor(likely) }]
    : []),
]

export function wordsFor({ why, name, row }: Likely): string {
  if (why === 'name_and_postcode')
    return `${name ?? 'Somebody'} is on the register at this postcode, with another email address. Is it the same person?`
  if (why === 'in_list') return `The same person is in row ${row} already.`
  return `The same email address is in row ${row}, under another name. Each person needs an address of their own, or none.`
}
