import type { Act } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dayOf } from '../../platform/time.ts'
import { readPostcode } from '../places/postcode.ts'
import { compare } from './comparison.ts'
import * as imports from './imports.ts'
import * as rows from './rows.ts'
import { stagedRows } from './staging.ts'

export const decisions = ['save', 'same', 'another', 'left_out', 'taken_back'] as const
/** What an officer does about one row before its list comes in. */
export type Decision = (typeof decisions)[number]

interface Fix {
  readonly id: string
  readonly place: number
  readonly decision: Decision
  /** New texts of cells, by column. */
  readonly cells: ReadonlyMap<number, string>
  readonly secret: string
}

/** Mends a row where it stands, or decides about it; then all rows are compared anew, as another may depend on this one. */
export async function fix(act: Act, { id, place, decision, cells, secret }: Fix): Promise<void> {
  const one = await imports.lock(act, id)
  if (one.state !== 'checking') throw new Refusal('This list was brought in meanwhile, or given up.')
  const row = await rows.find(act.tx, id, place)
  if (!row) throw new Refusal('This row is no longer here.', 404)
  if (decision === 'save')
    await saveCells(act, { one, row: { ...row, cells: row.cells.map((cell, i) => cells.get(i) ?? cell) }, secret })
  else await setDecided(act, { id, place, decided: decision === 'taken_back' ? null : decision })
  await imports.set(act, id, { counts: JSON.stringify(await compare(act, id)) })
}

const setDecided = ({ tx }: Act, { id, place, decided }: { id: string; place: number; decided: string | null }) =>
  tx.updateTable('people.import_row').set({ decided }).where('import_id', '=', id).where('place', '=', place).execute()

interface Saving {
  readonly one: imports.MemberImport
  readonly row: rows.StagedRow
  readonly secret: string
}

async function saveCells(act: Act, { one, row, secret }: Saving): Promise<void> {
  const reading = {
    mapping: one.mapping,
    orders: one.choices.orders ?? [],
    today: dayOf(act),
    postcode: readPostcode,
    evidence: one.choices.evidence,
  }
  const [staged] = await stagedRows(act, {
    id: one.id,
    rows: [{ number: row.row, cells: row.cells }],
    from: row.place - 1,
    reading,
    secret,
  })
  const { email, postcode, suppressed, cells, facts, besides, problems, notices } = staged!
  await act.tx
    .updateTable('people.import_row')
    .set({
      email,
      postcode,
      suppressed,
      cells: JSON.stringify(cells),
      facts: JSON.stringify(facts),
      besides: JSON.stringify(besides),
      decided: null,
    })
    .set({ problems: JSON.stringify(problems), notices: JSON.stringify(notices) })
    .where('import_id', '=', one.id)
    .where('place', '=', row.place)
    .execute()
}
