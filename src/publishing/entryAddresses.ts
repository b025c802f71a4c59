import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { keepForUndo } from '../platform/undo.ts'
import type { Entry } from './entry.ts'
import { isReserved, otherForm, pagePath, postPath, withoutSlash } from './rules.ts'
import { FormRefusal } from '../platform/formRefusal.ts'

/** What stands at a path. A 'gone' address remembers its entry, so that publishing again restores it. */
export interface Address {
  readonly path: string
  readonly kind: 'entry' | 'redirect' | 'gone'
  readonly entryId: string | null
  readonly target: string | null
}

/** What stands at a path, written with or without a trailing slash; the exact form goes first. */
export async function find(tx: Tx, path: string): Promise<Address | undefined> {
  const rows = await addressesAt(tx, path)
  return rows.find((row) => row.path === path) ?? rows[0]
}

/** The one address of an entry: live, or gone while it is withdrawn. */
export async function ofEntry(tx: Tx, entryId: string): Promise<Address | undefined> {
  return select(tx).where('entry_id', '=', entryId).executeTakeFirst() as Promise<Address | undefined>
}

/**
 * Gives an entry its address, keeps it, brings it back, or moves it and leaves a redirect.
 * @param moved the slug or the parent has changed since the address was given
 * @param numbered a taken path gets a number instead of a refusal (for work by the clock, when nobody is there to choose)
 */
export async function settle(
  act: Act,
  entry: Entry,
  { moved, numbered = false }: { moved: boolean; numbered?: boolean },
): Promise<string> {
  await lockAddresses(act)
  const current = await ofEntry(act.tx, entry.id)
  const wanted = current && !moved ? current.path : await pathIn(act, entry)
  const path = current?.path === wanted ? wanted : await freePath(act, { wanted, current, numbered })
  await put(act, { path, kind: 'entry', entryId: entry.id, target: null })
  if (current && current.path !== path) await leave(act, { from: current.path, to: path, entry })
  return path
}

/** Refuses in words a path the entry could not take, without taking it. */
export async function checkFree(act: Act, entry: Entry): Promise<void> {
  const current = await ofEntry(act.tx, entry.id)
  if (!current) await freePath(act, { wanted: await pathIn(act, entry), current, numbered: false })
}

/** The address says 410 from now on. */
export async function markGone(act: Act, entryId: string): Promise<void> {
  const current = await ofEntry(act.tx, entryId)
  if (current) await put(act, { ...current, kind: 'gone' })
}

/** Leads from an old path to a new one, and everything that led to the old one straight to the new. */
export async function redirect(act: Act, { from, to }: { from: string; to: string }): Promise<void> {
  await lockAddresses(act)
  const earlier = await select(act.tx)
    .where('target', 'in', [from, otherForm(from)])
    .execute()
  for (const { path } of earlier) {
    if (path === to) await drop(act, path)
    else await put(act, { path, kind: 'redirect', entryId: null, target: to })
  }
  await put(act, { path: from, kind: 'redirect', entryId: null, target: to })
}

/** Takes away a redirect that stands where something real will answer again. */
export async function clearRedirect(act: Act, path: string): Promise<void> {
  for (const found of await addressesAt(act.tx, path)) if (found.kind === 'redirect') await drop(act, found.path)
}

/** The address an entry would have: by its month, or below its parent page. */
export async function pathFor({ tx, zone, at }: { tx: Tx; zone: string; at: Date }, entry: Entry): Promise<string> {
  if (entry.kind === 'post') return postPath({ slug: entry.slug, publishedAt: entry.published_at ?? at, zone })
  return pagePath({ slug: entry.slug, parentPath: entry.parent_id && (await pathOfPage(tx, entry.parent_id)) })
}

const pathIn = ({ tx, at, group: { zone } }: Act, entry: Entry) => pathFor({ tx, at, zone }, entry)

/** A parent that is not public yet lends the path it would have. */
async function pathOfPage(tx: Tx, id: string): Promise<string> {
  const address = await ofEntry(tx, id)
  if (address) return address.path
  const page = await tx
    .selectFrom('publishing.entry')
    .select(['slug', 'parent_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return pagePath({ slug: page.slug, parentPath: page.parent_id && (await pathOfPage(tx, page.parent_id)) })
}

interface Wanted {
  readonly wanted: string
  readonly current: Address | undefined
  readonly numbered: boolean
}

async function freePath(act: Act, { wanted, current, numbered }: Wanted): Promise<string> {
  if (isReserved(wanted) && !numbered)
    throw new FormRefusal('slug', `The address ${wanted} belongs to the website itself. Choose another ending.`)
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted : `${wanted}-${number}`
    if (!isReserved(path) && (await isFree(act.tx, path, current))) return path
    if (!numbered)
      throw new FormRefusal('slug', `Another page has, or once had, the address ${wanted}. Choose another ending.`)
  }
}

/** Free is what nobody holds, what nobody will want back, and what only led to this entry anyway. */
async function isFree(tx: Tx, path: string, current: Address | undefined): Promise<boolean> {
  const found = await addressesAt(tx, path)
  return found.every(
    (row) =>
      row.path === current?.path ||
      (row.kind === 'gone' && !row.entryId) ||
      (row.kind === 'redirect' && row.target === current?.path),
  )
}

/** The old path leads to the new; pages below move along. */
async function leave(act: Act, { from, to, entry }: { from: string; to: string; entry: Entry }): Promise<void> {
  await redirect(act, { from, to })
  const children = await act.tx
    .selectFrom('publishing.address as a')
    .innerJoin('publishing.entry as e', 'e.id', 'a.entry_id')
    .select(['a.path', 'a.kind', 'e.id'])
    .where('e.parent_id', '=', entry.id)
    .execute()
  const below = `${withoutSlash(from)}/`
  for (const child of children.filter(({ path }) => path.startsWith(below))) {
    const moved = `${withoutSlash(to)}/${child.path.slice(below.length)}`
    if (!(await isFree(act.tx, moved, { path: child.path, kind: 'entry', entryId: child.id, target: null }))) continue
    await put(act, { path: moved, kind: child.kind as 'entry' | 'gone', entryId: child.id, target: null })
    await leave(act, { from: child.path, to: moved, entry: { ...entry, id: child.id } })
  }
}

async function put(act: Act, { path, kind, entryId, target }: Address): Promise<void> {
  const { tx, group } = act
  const values = { kind, entry_id: entryId, target }
  const exists = await tx.selectFrom('publishing.address').select('path').where('path', '=', path).executeTakeFirst()
  if (exists) {
    await keepForUndo(act, { table: 'publishing.address', key: { path } })
    await tx.updateTable('publishing.address').set(values).where('path', '=', path).execute()
  } else {
    await tx
      .insertInto('publishing.address')
      .values({ group_id: group.id, path, ...values })
      .execute()
    await keepForUndo(act, { table: 'publishing.address', key: { path }, inserted: true })
  }
}

async function drop(act: Act, path: string): Promise<void> {
  await keepForUndo(act, { table: 'publishing.address', key: { path } })
  await act.tx.deleteFrom('publishing.address').where('path', '=', path).execute()
}

/** One change of addresses at a time in a group: '/a' and '/a/' are one place, which no key can say. */
const lockAddresses = ({ tx, group }: Act) =>
  sql`select pg_advisory_xact_lock(hashtext('publishing.address'), ${group.id})`.execute(tx)

const select = (tx: Tx) => tx.selectFrom('publishing.address').select(['path', 'kind', 'entry_id as entryId', 'target'])

const addressesAt = (tx: Tx, path: string) =>
  select(tx)
    .where('path', 'in', [path, otherForm(path)].filter(Boolean))
    .execute() as Promise<Address[]>
