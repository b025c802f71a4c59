import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { clearRedirect, redirect } from './entryAddresses.ts'
import { termAdded, termChanged, termRemoved, termsMerged } from './events.ts'
import { fitsAbove, freeSlug, slugFrom } from './rules.ts'
import { FormRefusal } from '../platform/formRefusal.ts'

export type Taxonomy = 'category' | 'tag'

export interface Term {
  readonly id: string
  readonly taxonomy: Taxonomy
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly parentId: string | null
}

/** Where everything under a term is listed, by the term's id; categories below others have theirs before: '/category/work/pay/'. */
export function archivePaths(terms: readonly Term[]): ReadonlyMap<string, string> {
  const byId = new Map(terms.map((term) => [term.id, term]))
  const slugsTo = (id: string, depth = 0): string => {
    const { slug, parentId } = byId.get(id)!
    return parentId && byId.has(parentId) && depth < DEEPEST ? `${slugsTo(parentId, depth + 1)}/${slug}` : slug
  }
  return new Map(terms.map(({ id, taxonomy }) => [id, `/${taxonomy}/${slugsTo(id)}/`]))
}

/** So that a circle, which only an import could bring, ends. */
const DEEPEST = 10

export async function find(tx: Tx, id: string): Promise<Term | undefined> {
  return select(tx).where('id', '=', id).executeTakeFirst() as Promise<Term | undefined>
}

/** All of one taxonomy, by name. */
export async function list(tx: Tx, taxonomy: Taxonomy): Promise<readonly Term[]> {
  return select(tx).where('taxonomy', '=', taxonomy).orderBy('name').execute() as Promise<Term[]>
}

/** Categories and tags, by name. */
export async function listAll(tx: Tx): Promise<readonly Term[]> {
  return select(tx).orderBy('name').execute() as Promise<Term[]>
}

export interface NewTerm {
  readonly taxonomy: Taxonomy
  readonly name: string
  readonly slug?: string
  readonly description?: string
  readonly parentId?: string | null
}

export async function create(
  act: Act,
  { taxonomy, name, slug = '', description = '', parentId = null }: NewTerm,
): Promise<string> {
  const free = freeSlug(slugFrom(slug, name), await slugsOf(act.tx, taxonomy))
  await checkParent(act.tx, { taxonomy, parentId })
  const { id } = await act.tx
    .insertInto('publishing.term')
    .values({ group_id: act.group.id, taxonomy, slug: free, name, description, parent_id: parentId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.term', key: { id }, inserted: true })
  await clearRedirect(act, archivePaths(await list(act.tx, taxonomy)).get(id)!)
  await record(act, termAdded, { term: id })
  return id
}

/** The tags of these names, whatever their capitals; those that are missing are made. */
export async function namedTags(act: Act, names: readonly string[]): Promise<readonly string[]> {
  const byName = new Map((await list(act.tx, 'tag')).map(({ id, name }) => [name.toLowerCase(), id]))
  const ids: string[] = []
  for (const name of names) {
    const id = byName.get(name.toLowerCase()) ?? (await create(act, { taxonomy: 'tag', name }))
    byName.set(name.toLowerCase(), id)
    ids.push(id)
  }
  return [...new Set(ids)]
}

export type TermChange = Partial<Pick<Term, 'name' | 'slug' | 'description' | 'parentId'>> & { readonly id: string }

/** Renames a term; a new slug leaves a redirect from the old archive. */
export async function change(act: Act, { id, ...wanted }: TermChange): Promise<void> {
  const before = await lock(act, id)
  const after = {
    ...before,
    ...wanted,
    slug: wanted.slug === undefined ? before.slug : slugFrom(wanted.slug, wanted.name ?? before.name),
  }
  if (after.slug !== before.slug && (await slugsOf(act.tx, before.taxonomy)).has(after.slug)) {
    throw new FormRefusal(
      'slug',
      `Another ${before.taxonomy} has the address ending “${after.slug}”. To put both together, merge them.`,
    )
  }
  await checkParent(act.tx, after)
  const paths = await pathsNow(act.tx, before.taxonomy)
  await keepForUndo(act, { table: 'publishing.term', key: { id } })
  const { name, slug, description, parentId } = after
  await act.tx
    .updateTable('publishing.term')
    .set({ name, slug, description, parent_id: parentId })
    .where('id', '=', id)
    .execute()
  await leaveRedirects(act, paths)
  await record(act, termChanged, { term: id })
}

/** Everything under `from` goes under `into`, whose archive its old address leads to; `from` is no more. */
export async function merge(act: Act, { from, into }: { from: string; into: string }): Promise<void> {
  if (from === into) throw new FormRefusal('into', 'Choose another one to merge into.')
  const [lost, kept] = [await lock(act, from), await lock(act, into)]
  if (lost.taxonomy !== kept.taxonomy) throw new FormRefusal('into', 'A category and a tag cannot be merged.')
  const paths = await pathsNow(act.tx, lost.taxonomy)
  if (!fitsAbove(from, into, await parentsIn(act.tx))) await reparent(act, into, lost.parentId)
  await moveEntries(act, from, into)
  await moveDrafts(act, from, into)
  await moveMenuItems(act, from, into)
  for (const child of await childrenOf(act.tx, from)) await reparent(act, child, into)
  await keepForUndo(act, { table: 'publishing.term', key: { id: from } })
  await act.tx.deleteFrom('publishing.term').where('id', '=', from).execute()
  await leaveRedirects(act, paths, { from, into })
  await record(act, termsMerged, { term: from, into })
}

/** Deletes a term nothing stands under. */
export async function remove(act: Act, id: string): Promise<void> {
  await lock(act, id)
  const { tx } = act
  const used = await tx
    .selectFrom('publishing.entry_term')
    .select('term_id')
    .where('term_id', '=', id)
    .executeTakeFirst()
  const linked = await tx.selectFrom('publishing.menu_item').select('id').where('term_id', '=', id).executeTakeFirst()
  if (used || linked || (await childrenOf(tx, id)).length) {
    throw new Refusal('Something still stands under it. Merge it into another instead.')
  }
  await keepForUndo(act, { table: 'publishing.term', key: { id } })
  await tx.deleteFrom('publishing.term').where('id', '=', id).execute()
  await record(act, termRemoved, { term: id })
}

const select = (tx: Tx) =>
  tx.selectFrom('publishing.term').select(['id', 'taxonomy', 'slug', 'name', 'description', 'parent_id as parentId'])

async function lock({ tx }: Act, id: string): Promise<Term> {
  const term = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!term) throw new Refusal('It is no longer there.', 404)
  return term as Term
}

/** From where each archive was to where it is now, or to that of the term it was merged into. */
async function leaveRedirects(
  act: Act,
  before: Paths,
  merged?: { readonly from: string; readonly into: string },
): Promise<void> {
  const now = archivePaths(await list(act.tx, before.taxonomy))
  for (const [id, from] of before.paths) {
    const to = now.get(id === merged?.from ? merged.into : id)
    if (!to || to === from) continue
    await clearRedirect(act, to)
    await redirect(act, { from, to })
  }
}
interface Paths {
  readonly taxonomy: Taxonomy
  readonly paths: ReadonlyMap<string, string>
}
const pathsNow = async (tx: Tx, taxonomy: Taxonomy): Promise<Paths> => ({
  taxonomy,
  paths: archivePaths(await list(tx, taxonomy)),
})

async function slugsOf(tx: Tx, taxonomy: Taxonomy): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('publishing.term').select('slug').where('taxonomy', '=', taxonomy).execute()
  return new Set(rows.map(({ slug }) => slug))
}

async function checkParent(
  tx: Tx,
  { id, taxonomy, parentId }: { id?: string; taxonomy: Taxonomy; parentId: string | null },
): Promise<void> {
  if (!parentId) return
  if (taxonomy === 'tag') throw new FormRefusal('parent', 'Tags do not stand below each other.')
  const parents = await parentsIn(tx)
  if (!parents.has(parentId)) throw new FormRefusal('parent', 'There is no such category to stand below.')
  if (id && !fitsAbove(id, parentId, parents)) throw new FormRefusal('parent', 'A category cannot stand below itself.')
}

async function parentsIn(tx: Tx): Promise<ReadonlyMap<string, string | null>> {
  return new Map((await list(tx, 'category')).map(({ id, parentId }) => [id, parentId]))
}

async function childrenOf(tx: Tx, id: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('publishing.term').select('id').where('parent_id', '=', id).execute()
  return rows.map((row) => row.id)
}

async function reparent(act: Act, id: string, parentId: string | null): Promise<void> {
  await keepForUndo(act, { table: 'publishing.term', key: { id } })
  await act.tx.updateTable('publishing.term').set({ parent_id: parentId }).where('id', '=', id).execute()
}

async function moveEntries(act: Act, from: string, into: string): Promise<void> {
  const { tx, group } = act
  const under = async (term: string) =>
    (await tx.selectFrom('publishing.entry_term').select('entry_id').where('term_id', '=', term).execute()).map(
      (row) => row.entry_id,
    )
  const already = new Set(await under(into))
  for (const entry_id of await under(from)) {
    await keepForUndo(act, { table: 'publishing.entry_term', key: { entry_id, term_id: from } })
    if (already.has(entry_id)) continue
    await tx.insertInto('publishing.entry_term').values({ group_id: group.id, entry_id, term_id: into }).execute()
    await keepForUndo(act, { table: 'publishing.entry_term', key: { entry_id, term_id: into }, inserted: true })
  }
  await tx.deleteFrom('publishing.entry_term').where('term_id', '=', from).execute()
}

/** Texts that wait for their next publication remember their terms by id. */
async function moveDrafts(act: Act, from: string, into: string): Promise<void> {
  const rows = await act.tx
    .selectFrom('publishing.draft')
    .select(['entry_id', 'term_ids'])
    .where(sql<boolean>`${from}::uuid = any(term_ids)`)
    .execute()
  for (const { entry_id, term_ids } of rows) {
    await keepForUndo(act, { table: 'publishing.draft', key: { entry_id } })
    const moved = [...new Set(term_ids.map((id) => (id === from ? into : id)))]
    await act.tx.updateTable('publishing.draft').set({ term_ids: moved }).where('entry_id', '=', entry_id).execute()
  }
}

async function moveMenuItems(act: Act, from: string, into: string): Promise<void> {
  const rows = await act.tx.selectFrom('publishing.menu_item').select('id').where('term_id', '=', from).execute()
  for (const { id } of rows) {
    await keepForUndo(act, { table: 'publishing.menu_item', key: { id } })
    await act.tx.updateTable('publishing.menu_item').set({ term_id: into }).where('id', '=', id).execute()
  }
}
