import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { atMost, onPage } from '../../platform/rowLimits.ts'
import type { Kind } from '../rules.ts'
import type { FindingKind } from '../wordpress/findings.ts'

export const FINDINGS_A_PAGE = 50
const FIRST = 5
/** Of an import, when no page is asked for. */
const MOST_FINDINGS = 100_000

/** Something odd that an import noticed, with the page as it stands now. */
export interface StoredFinding {
  readonly kind: FindingKind
  /** Null for what concerns the whole file. */
  readonly entryId: string | null
  readonly entryKind: Kind | null
  readonly title: string | null
  readonly address: string
  readonly detail: string
}

export interface FindingsWanted {
  readonly importId: string
  readonly kind?: FindingKind | undefined
  /** From 1; without one, as many findings as a report holds. */
  readonly page?: number | undefined
}

/** In the order of the kinds, then of the file. */
export async function listFindings(
  tx: Tx,
  { importId, kind, page }: FindingsWanted,
): Promise<readonly StoredFinding[]> {
  const { rows } = await sql<StoredFinding>`${selection} from publishing.finding f ${withEntry}
    where f.import_id = ${importId} ${kind ? sql`and f.kind = ${kind}` : sql``}
    order by f.kind, f.id ${page ? onPage(page, FINDINGS_A_PAGE) : atMost(MOST_FINDINGS)}`.execute(tx)
  return rows
}

/** The first few of every kind. */
export async function firstOfEachKind(tx: Tx, importId: string): Promise<readonly StoredFinding[]> {
  const { rows } = await sql<StoredFinding>`${selection}
    from (select *, row_number() over (partition by kind order by id) as place from publishing.finding where import_id = ${importId}) f
    ${withEntry} where f.place <= ${FIRST} order by f.kind, f.id`.execute(tx)
  return rows
}

export async function countFindings(tx: Tx, importId: string): Promise<ReadonlyMap<FindingKind, number>> {
  const { rows } = await sql<{ kind: FindingKind; count: number }>`
    select kind, count(*) as count from publishing.finding where import_id = ${importId} group by kind order by kind`.execute(
    tx,
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

const selection = sql`select f.kind, f.entry_id as "entryId", e.kind as "entryKind", d.title, f.detail, coalesce(a.path, f.address) as address`
const withEntry = sql`left join publishing.entry e on e.id = f.entry_id
  left join writing.text d on d.document_id = e.document_id and d.number = d.latest
  left join publishing.address a on a.entry_id = f.entry_id and a.kind = 'entry'`
