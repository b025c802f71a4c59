import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import { markGone, redirect } from '../entryAddresses.ts'
import { isReserved, otherForm, withoutSlash } from '../rules.ts'
import type { Decided, Decisions } from './decisions.ts'
import type { WantedEntry } from './entryRows.ts'
import { keptReason, type Verdict } from './origins.ts'
import { numbered } from './rules.ts'
import type { Run } from './run.ts'

/** A published entry and the path it wants. */
type Wanting = Decided<WantedEntry> & { readonly path: string }

/** What stands at a path. Of a redirect, `entryId` is the entry it leads to. */
interface Held {
  readonly path: string
  readonly kind: string
  readonly entryId: string | null
}

interface Place {
  readonly id: string
  readonly path: string
  /** The entry was withdrawn: its address says so. */
  readonly isGone: boolean
}

/**
 * Gives the published entries of a batch their own paths of the old site. One that something made here holds gets a
 * number. Where the path changed at the source, the earlier one leads on; where an entry is public there no more, its
 * address says so.
 */
export async function placeEntries(run: Run, { all, removed }: Decisions<WantedEntry>): Promise<void> {
  const wanting = all.flatMap((one) => (one.wanted.path ? [{ ...one, path: one.wanted.path }] : []))
  const held = await holdersOf(
    run,
    wanting.map(({ path }) => path),
  )
  const places: Place[] = []
  for (const one of wanting) {
    if (one.verdict === 'new') places.push({ id: one.id, path: await freePath(run, one, held), isGone: isGone(one) })
    if (one.verdict === 'changed') await moveEntry(run, one, held)
    else count(run, one.path, one.verdict)
  }
  for (const { path } of removed) if (path) count(run, path, 'removed_here')
  await insertMany(run.act, 'publishing.address', places.map(addressRow))
  for (const one of all)
    if (one.verdict === 'changed' && (!one.wanted.path || isGone(one))) await markGone(run.act, one.id)
  await noteCrowded(run, wanting, held)
}

const isGone = ({ wanted: { status } }: Decided<WantedEntry>): boolean => status === 'withdrawn'

const addressRow = ({ id, path, isGone: gone }: Place) => ({ path, kind: gone ? 'gone' : 'entry', entry_id: id })

function count({ tally }: Run, path: string, verdict: Verdict): void {
  if (verdict === 'edited_here' || verdict === 'removed_here')
    return tally.leaveOut('addresses', { reason: keptReason[verdict], name: path })
  tally.add('addresses', verdict === 'new' ? 'made' : verdict)
}

/** By path without its last slash: '/about' and '/about/' are one place. */
async function holdersOf({ act }: Run, paths: readonly string[]): Promise<Map<string, Held>> {
  if (!paths.length) return new Map()
  const forms = paths.flatMap((path) => [path, otherForm(path)]).filter(Boolean)
  const { rows } = await sql<Held>`
    select a.path, a.kind, coalesce(a.entry_id, t.entry_id) as "entryId" from publishing.address a
    left join publishing.address t on a.kind = 'redirect' and t.path = a.target where a.path = any(${forms})`.execute(
    act.tx,
  )
  return new Map(rows.map((row) => [withoutSlash(row.path), row]))
}

/** The wanted path, or the first with a number that nothing holds and no other item of the export is to have. */
async function freePath(run: Run, { path }: Wanting, held: ReadonlyMap<string, Held>): Promise<string> {
  if (!held.has(withoutSlash(path))) return path
  for (let number = 2; ; number += 1) {
    const candidate = numbered(path, number)
    if (isReserved(candidate) || run.survey.planned.has(candidate.toLowerCase())) continue
    if (!(await holdersOf(run, [candidate])).size) return candidate
  }
}

async function moveEntry(run: Run, one: Wanting, held: Map<string, Held>): Promise<void> {
  const { act, tally } = run
  const { id, path } = one
  const current = await act.tx
    .selectFrom('publishing.address')
    .select(['path', 'kind'])
    .where('entry_id', '=', id)
    .executeTakeFirst()
  const holder = held.get(withoutSlash(path))
  if (!current) {
    await insertMany(act, 'publishing.address', [
      addressRow({ id, path: await freePath(run, one, held), isGone: false }),
    ])
    return tally.add('addresses', 'made')
  }
  if (current.kind === 'gone')
    await act.tx.updateTable('publishing.address').set({ kind: 'entry' }).where('path', '=', current.path).execute()
  if (holder) return tally.add('addresses', current.kind === 'gone' ? 'changed' : 'unchanged')
  await redirect(act, { from: current.path, to: path })
  await insertMany(act, 'publishing.address', [addressRow({ id, path, isGone: false })])
  tally.add('addresses', 'changed')
}

/** Told at every import, as long as something else stands where the old site had the entry. */
async function noteCrowded(
  { act, importId, survey }: Run,
  wanting: readonly Wanting[],
  held: ReadonlyMap<string, Held>,
): Promise<void> {
  const crowded = wanting.flatMap(({ id, wanted: { key }, path, verdict }) => {
    const holder = held.get(withoutSlash(path))
    const taken = survey.crowdedOut.get(key) ?? (holder && holder.entryId !== id ? path : null)
    return taken && verdict !== 'edited_here' ? [{ id, path, taken }] : []
  })
  await insertMany(
    act,
    'publishing.finding',
    crowded.map(({ id, path, taken }) => ({
      import_id: importId,
      kind: 'duplicate_address',
      entry_id: id,
      address: path,
      detail: `${taken} was taken by another page.`,
    })),
  )
}
