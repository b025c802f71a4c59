import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { keepForUndo } from '../../platform/undo.ts'

/** Where a text came from that somebody else published first. */
export interface Provenance {
  /** Who published it: a newspaper, a website, another group. */
  readonly source: string
  /** Its address there, or ''. */
  readonly href: string
  /** By what right it stands here, in words for readers: "With the author's permission". */
  readonly leave: string
  /** The civil day on which it appeared there, if known. */
  readonly firstOn: string | null
}

/** Where a text of ours was placed elsewhere. */
export interface Appearance {
  readonly outlet: string
  /** A civil day. */
  readonly on: string
  /** Its address there, or ''. */
  readonly href: string
}

/** What an entry's details say of both. */
export interface Whereabouts {
  readonly provenance: Provenance | null
  readonly appearances: readonly Appearance[]
}

export const nowhere: Whereabouts = { provenance: null, appearances: [] }

/** As readers see them; the latest appearance first. */
export async function whereaboutsOf(tx: Tx, entryId: string): Promise<Whereabouts> {
  const provenance = await tx
    .selectFrom('publishing.provenance')
    .select(['source', 'href', 'leave', 'first_on as firstOn'])
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  return { provenance: provenance ?? null, appearances: inOrder((await appearanceRows(tx, entryId)).map(toAppearance)) }
}

/** The latest first, each once. */
export const inOrder = (appearances: readonly Appearance[]): readonly Appearance[] =>
  [...new Map(appearances.map((one) => [asKey(one), one])).values()].toSorted(
    (a, b) => b.on.localeCompare(a.on, 'en') || a.outlet.localeCompare(b.outlet, 'en') || (a.href < b.href ? -1 : 1),
  )

/** Writes what changed, so that each row can be undone. */
export async function setWhereabouts(act: Act, entryId: string, wanted: Whereabouts): Promise<void> {
  const { provenance } = await whereaboutsOf(act.tx, entryId)
  if (said(provenance) !== said(wanted.provenance))
    await setProvenance(act, entryId, { before: provenance, after: wanted.provenance })
  await setAppearances(act, entryId, wanted.appearances)
}

/** Whether two say the same, whatever order their parts stand in. */
export const sameWhereabouts = (a: Whereabouts, b: Whereabouts): boolean =>
  said(a.provenance) === said(b.provenance) &&
  JSON.stringify(a.appearances.map(asKey)) === JSON.stringify(b.appearances.map(asKey))

const said = (one: Provenance | null): string => JSON.stringify(one && [one.source, one.href, one.leave, one.firstOn])

/** Keeps an entry's rows before the entry itself is deleted, so that undo brings back all of it. */
export async function keepWhereabouts(act: Act, entryId: string): Promise<void> {
  if ((await whereaboutsOf(act.tx, entryId)).provenance)
    await keepForUndo(act, { table: 'publishing.provenance', key: { entry_id: entryId } })
  for (const { id } of await appearanceRows(act.tx, entryId))
    await keepForUndo(act, { table: 'publishing.appearance', key: { id } })
}

async function setProvenance(
  act: Act,
  entryId: string,
  { before, after }: { before: Provenance | null; after: Provenance | null },
): Promise<void> {
  const key = { entry_id: entryId }
  if (before) await keepForUndo(act, { table: 'publishing.provenance', key })
  await act.tx.deleteFrom('publishing.provenance').where('entry_id', '=', entryId).execute()
  if (!after) return
  const { source, href, leave, firstOn } = after
  await act.tx
    .insertInto('publishing.provenance')
    .values({ group_id: act.group.id, ...key, source, href, leave, first_on: firstOn })
    .execute()
  if (!before) await keepForUndo(act, { table: 'publishing.provenance', key, inserted: true })
}

async function setAppearances(act: Act, entryId: string, wanted: readonly Appearance[]): Promise<void> {
  const rows = await appearanceRows(act.tx, entryId)
  const wantedKeys = new Set(wanted.map(asKey))
  const kept = new Set(rows.map((row) => asKey(toAppearance(row))))
  for (const { id } of rows.filter((row) => !wantedKeys.has(asKey(toAppearance(row))))) {
    await keepForUndo(act, { table: 'publishing.appearance', key: { id } })
    await act.tx.deleteFrom('publishing.appearance').where('id', '=', id).execute()
  }
  for (const { outlet, on, href } of wanted.filter((one) => !kept.has(asKey(one)))) {
    const { id } = await act.tx
      .insertInto('publishing.appearance')
      .values({ group_id: act.group.id, entry_id: entryId, outlet, on_day: on, href })
      .returning('id')
      .executeTakeFirstOrThrow()
    await keepForUndo(act, { table: 'publishing.appearance', key: { id }, inserted: true })
  }
}

const appearanceRows = (tx: Tx, entryId: string) =>
  tx
    .selectFrom('publishing.appearance')
    .select(['id', 'outlet', 'on_day', 'href'])
    .where('entry_id', '=', entryId)
    .orderBy('id')
    .execute()

const toAppearance = ({ outlet, on_day, href }: { outlet: string; on_day: string; href: string }): Appearance => ({
  outlet,
  on: on_day,
  href,
})

const asKey = ({ outlet, on, href }: Appearance): string => JSON.stringify([outlet, on, href])
