import type { Act } from '../../platform/act.ts'
import { analyse, insertMany } from '../../platform/bulk.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { civilDay } from '../../platform/time.ts'
import { readPostcode } from '../places/postcode.ts'
import * as suppressions from '../suppressions.ts'
import { compare } from './comparison.ts'
import * as imports from './imports.ts'
import { place } from './placing.ts'
import type { Row } from './reading/table.ts'
import { type ListFile, openList, type OpenList, surveyDays } from './survey.ts'
import { type Reading, understand } from './understanding/understanding.ts'

const ROWS_A_STATEMENT = 2000
const SUPPRESSED = 'This address asked never to be written to again. The person comes in, and gets no letter from here.'

/** Reads a list as its columns were matched, keeps each row as it was understood, and compares all of them with the register: one act. */
export async function stage(
  context: GroupContext,
  { id, file, onProgress }: { id: string; file: ListFile; onProgress?: (rows: number) => void },
): Promise<imports.Counts> {
  const list = await openList(file)
  const one = (await context.read((tx) => imports.find(tx, id)))!
  const days = await surveyDays(list, one.mapping)
  const reading: Reading = {
    mapping: one.mapping,
    orders: days.orders,
    today: civilDay(new Date(), context.group.zone),
    postcode: readPostcode,
    evidence: one.choices.evidence,
  }
  return context.act(async (act) => {
    await act.tx.deleteFrom('people.import_row').where('import_id', '=', id).execute()
    const rows = await keepRows(act, {
      id,
      list,
      reading,
      secret: context.services.secret,
      onKept: (done) => tell(context, { id, done, onProgress }),
    })
    await analyse(act, { 'people.import_row': ['group_id', 'import_id', 'email', 'postcode', 'person_id', 'state'] })
    const counts = await compare(act, id)
    const choices = JSON.stringify({ ...one.choices, orders: days.orders })
    const remarks = JSON.stringify([...list.remarks(), ...days.remarks])
    await imports.set(act, id, { state: 'checking', remarks, choices, rows_read: rows, counts: JSON.stringify(counts) })
    return counts
  })
}

interface Keeping {
  readonly id: string
  readonly list: OpenList
  readonly reading: Reading
  readonly secret: string
  readonly onKept: (rows: number) => Promise<void>
}

async function keepRows(act: Act, { id, list, reading, secret, onKept }: Keeping): Promise<number> {
  let kept = 0
  let waiting: Row[] = []
  const keep = async () => {
    await insertMany(
      act,
      'people.import_row',
      await stagedRows(act, { id, rows: waiting, from: kept, reading, secret }),
    )
    kept += waiting.length
    waiting = []
    await onKept(kept)
  }
  for await (const rows of list.rows()) {
    waiting.push(...rows)
    if (waiting.length >= ROWS_A_STATEMENT) await keep()
  }
  if (waiting.length) await keep()
  return kept
}

interface Staging {
  readonly id: string
  readonly rows: readonly Row[]
  readonly from: number
  readonly reading: Reading
  readonly secret: string
}

export async function stagedRows({ tx }: Act, { id, rows, from, reading, secret }: Staging) {
  const staged = rows.map((row, i) => ({ ...stagedRow(row, reading), import_id: id, place: from + i + 1 }))
  const emails = staged.flatMap(({ email }) => (email ? [email] : []))
  const suppressed = await suppressions.among(tx, emails, secret)
  return staged.map((row) => {
    const isSuppressed = row.email !== null && suppressed.has(row.email)
    const notices = isSuppressed ? [...row.notices, { field: 'email', why: SUPPRESSED }] : row.notices
    return { ...row, suppressed: isSuppressed, notices }
  })
}

/** A row as it is kept until its list comes in. */
export function stagedRow(row: Row, reading: Reading) {
  const proposal = understand(row, reading)
  const { facts, besides, notices } = place(proposal)
  return {
    row: row.number,
    cells: row.cells,
    facts,
    besides,
    email: facts.email?.toLowerCase() ?? null,
    postcode: facts.postcode ?? null,
    problems: proposal.problems,
    notices,
    state: (proposal.problems.length ? 'problem' : 'new') satisfies imports.RowState,
    changes: {},
  }
}

/** In an act of its own, so that the page sees it while the reading goes on. */
async function tell(
  { act }: GroupContext,
  { id, done, onProgress }: { id: string; done: number; onProgress: ((rows: number) => void) | undefined },
): Promise<void> {
  onProgress?.(done)
  await act((a) => imports.set(a, id, { rows_read: done }))
}
