import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { clearRedirect, redirect } from './entryAddresses.ts'
import { authorAdded, authorChanged, authorsMerged } from './events.ts'
import { freeSlug, slugFrom } from './rules.ts'
import { FormRefusal } from '../platform/formRefusal.ts'

/** The name a text appears under, as the public may know it. */
export interface Author {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly about: string
}

/** What officers know besides: whether it is a pen name, and who writes under it. Never for a public page. */
export interface AuthorRecord extends Author {
  readonly penName: boolean
  readonly personId: string | null
}

/** Where an author's texts are listed, as WordPress has it. */
export const authorPath = ({ slug }: Pick<Author, 'slug'>): string => `/author/${slug}/`

export async function find(tx: Tx, id: string): Promise<AuthorRecord | undefined> {
  return select(tx).where('id', '=', id).executeTakeFirst()
}

/** By name. */
export async function list(tx: Tx): Promise<readonly AuthorRecord[]> {
  return select(tx).orderBy('name').execute()
}

/** The byline of a person's own, if they have exactly one that is no pen name: nobody is unmasked by a default. */
export async function authorOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (!personId) return null
  const rows = await tx
    .selectFrom('publishing.author')
    .select('id')
    .where('person_id', '=', personId)
    .where('pen_name', '=', false)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.id : null
}

/** The byline of the person who acts; made from their name when they have none yet. */
export async function ownByline(act: Act): Promise<string | null> {
  const { personId } = act.by
  const own = await authorOf(act.tx, personId)
  if (own || !personId) return own
  const person = await act.tx
    .selectFrom('people.named')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return create(act, { name: person.name.slice(0, 200), personId })
}

export interface NewAuthor {
  readonly name: string
  readonly slug?: string
  readonly about?: string
  readonly penName?: boolean
  readonly personId?: string | null
}

export async function create(
  act: Act,
  { name, slug = '', about = '', penName = false, personId = null }: NewAuthor,
): Promise<string> {
  await checkPerson(act.tx, personId)
  const free = freeSlug(slugFrom(slug, name), await slugs(act.tx))
  const { id } = await act.tx
    .insertInto('publishing.author')
    .values({ group_id: act.group.id, slug: free, name, about, pen_name: penName, person_id: personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.author', key: { id }, inserted: true })
  await clearRedirect(act, authorPath({ slug: free }))
  await record(act, authorAdded, { author: id })
  return id
}

export type AuthorChange = Partial<Omit<AuthorRecord, 'id'>> & { readonly id: string }

/** A new slug leaves a redirect from the old archive. */
export async function change(act: Act, { id, ...wanted }: AuthorChange): Promise<void> {
  const before = await lock(act, id)
  const after = {
    ...before,
    ...wanted,
    slug: wanted.slug === undefined ? before.slug : slugFrom(wanted.slug, wanted.name ?? before.name),
  }
  if (after.slug !== before.slug && (await slugs(act.tx)).has(after.slug)) {
    throw new FormRefusal(
      'slug',
      `Another author has the address ending “${after.slug}”. To put both together, merge them.`,
    )
  }
  if (after.personId !== before.personId) await checkPerson(act.tx, after.personId)
  await keepForUndo(act, { table: 'publishing.author', key: { id } })
  const { name, slug, about, penName, personId } = after
  await act.tx
    .updateTable('publishing.author')
    .set({ name, slug, about, pen_name: penName, person_id: personId })
    .where('id', '=', id)
    .execute()
  if (slug !== before.slug) await move(act, before, after)
  await record(act, authorChanged, { author: id })
}

/** Everything `from` wrote appears under `into`, whose archive the old address leads to; `from` is no more. */
export async function merge(act: Act, { from, into }: { from: string; into: string }): Promise<void> {
  if (from === into) throw new FormRefusal('into', 'Choose another author to merge into.')
  const [lost, kept] = [await lock(act, from), await lock(act, into)]
  for (const table of ['publishing.entry', 'publishing.draft'] as const) await moveTexts(act, table, { from, into })
  await keepForUndo(act, { table: 'publishing.author', key: { id: from } })
  await act.tx.deleteFrom('publishing.author').where('id', '=', from).execute()
  await redirect(act, { from: authorPath(lost), to: authorPath(kept) })
  await record(act, authorsMerged, { author: from, into })
}

const select = (tx: Tx) =>
  tx
    .selectFrom('publishing.author')
    .select(['id', 'slug', 'name', 'about', 'pen_name as penName', 'person_id as personId'])

async function lock({ tx }: Act, id: string): Promise<AuthorRecord> {
  const author = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!author) throw new Refusal('There is no such author any more.', 404)
  return author
}

async function move(act: Act, before: Author, after: Author): Promise<void> {
  await clearRedirect(act, authorPath(after))
  await redirect(act, { from: authorPath(before), to: authorPath(after) })
}

async function slugs(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('publishing.author').select('slug').execute()
  return new Set(rows.map(({ slug }) => slug))
}

async function checkPerson(tx: Tx, id: string | null): Promise<void> {
  if (id && !(await tx.selectFrom('people.named').select('id').where('id', '=', id).executeTakeFirst())) {
    throw new FormRefusal('person', 'There is no such person.')
  }
}

async function moveTexts(
  act: Act,
  table: 'publishing.entry' | 'publishing.draft',
  { from, into }: { from: string; into: string },
): Promise<void> {
  const key = table === 'publishing.entry' ? 'id' : 'entry_id'
  const rows = await act.tx.selectFrom(table).select(`${key} as key`).where('author_id', '=', from).execute()
  for (const row of rows) await keepForUndo(act, { table, key: { [key]: row.key } })
  await act.tx.updateTable(table).set({ author_id: into }).where('author_id', '=', from).execute()
}
