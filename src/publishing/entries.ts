import { literal } from '../platform/likePattern.ts'
import type { Act } from '../platform/act.ts'
import { record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { type DocJson, documents, type Text } from '../writing/index.ts'
import { authorOf } from './authors.ts'
import { type Details, latestDetails, sameDetails, saveDetails } from './details.ts'
import { mergedDetails } from './detailsMerge.ts'
import { type Entry, lockEntry } from './entry.ts'
import { ofEntry } from './entryAddresses.ts'
import { entryDrafted, entryRemoved, entrySaved } from './events.ts'
import { mayPublish, publishersOnly } from './permissions.ts'
import { unschedule } from './publication.ts'
import { keepWhereabouts, nowhere } from './provenance/provenance.ts'
import { keepPart } from './series/series.ts'
import { freeSlug, type Kind, slugFrom } from './rules.ts'

export { type Details, latestDetails, stagedDetails } from './details.ts'
export { type Entry, findEntry } from './entry.ts'
export { publish, publishDue, schedule, withdraw } from './publication.ts'

export interface NewEntry extends Partial<Details> {
  readonly kind: Kind
  readonly title: string
  readonly body: DocJson
}

/** Begins a post or a page that nobody outside the office sees. A person's own byline is chosen for them. */
export async function draft(act: Act, { kind, title, body, ...given }: NewEntry): Promise<string> {
  const documentId = await documents.create(act, { title, body, standing: given.standing ?? null })
  const typed = given.slug?.trim() ?? ''
  const slug = typed ? slugFrom(typed, title) : await unusedSlug(act, { kind, slug: slugFrom('', title) })
  const authorId = given.authorId === undefined ? await authorOf(act.tx, act.by.personId) : given.authorId
  const entry = (await act.tx
    .insertInto('publishing.entry')
    .values({
      group_id: act.group.id,
      kind,
      document_id: documentId,
      slug,
      created_at: act.at,
      position: await nextPosition(act, kind),
    })
    .returningAll()
    .executeTakeFirstOrThrow()) as Entry
  await keepForUndo(act, { table: 'publishing.entry', key: { id: entry.id }, inserted: true })
  await saveDetails(act, entry, { ...plain, ...given, slug, authorId })
  await record(act, entryDrafted, { entry: entry.id })
  return entry.id
}

export interface Saving extends Text, Partial<Details> {
  readonly id: string
  /** The version the writer began from; a later one by somebody else is a Refusal. */
  readonly basedOn: number
  /** The details the writer began from: what they left alone stays as somebody else may have saved it since. */
  readonly seen?: Partial<Details>
  readonly note?: string | null
}

/**
 * Saves words and details without changing what the public sees. An empty slug is made from the title, as long as the
 * entry has no address. A change takes back an order to publish. Gives the latest version's number.
 */
export async function save(
  act: Act,
  { id, basedOn, seen = {}, title, body, note = null, ...mine }: Saving,
): Promise<number> {
  let entry = await lockEntry(act, id)
  const version = await documents.revise(act, { documentId: entry.document_id, basedOn, title, body, note })
  const before = await latestDetails(act.tx, entry)
  const given = mergedDetails(mine, { seen, now: before })
  const details = { ...before, ...given, slug: await slugToKeep(act, entry, { typed: given.slug, title }) }
  if (version === basedOn && sameDetails(before, details)) return version
  if (entry.status === 'scheduled') {
    if (act.by.kind === 'person' && !mayPublish(act.by))
      throw new Refusal(`This is waiting to be published. ${publishersOnly}`, 403)
    entry = await unschedule(act, entry)
  }
  await saveDetails(act, entry, details)
  await record(act, entrySaved, { entry: id, version })
  return version
}

/** Deletes a draft the public never saw. What has been public is withdrawn instead, so that its address says so. */
export async function remove(act: Act, id: string): Promise<void> {
  const entry = await lockEntry(act, id)
  const { tx } = act
  if (entry.status !== 'draft' || (await ofEntry(tx, id)))
    throw new Refusal('This has been public or is waiting to be. Withdraw it instead.')
  const below = await tx.selectFrom('publishing.entry').select('id').where('parent_id', '=', id).executeTakeFirst()
  if (below) throw new Refusal('Other pages stand below this one. Move or delete them first.')
  // What refers to the entry is kept first, so that undo, which goes backwards, finds the entry in place again.
  const terms = await tx.selectFrom('publishing.entry_term').select('term_id').where('entry_id', '=', id).execute()
  for (const { term_id } of terms)
    await keepForUndo(act, { table: 'publishing.entry_term', key: { entry_id: id, term_id } })
  const items = await tx.selectFrom('publishing.menu_item').select('id').where('entry_id', '=', id).execute()
  for (const item of items) await keepForUndo(act, { table: 'publishing.menu_item', key: { id: item.id } })
  await keepWhereabouts(act, id)
  await keepPart(act, id)
  await keepForUndo(act, { table: 'publishing.entry', key: { id } })
  await tx.deleteFrom('publishing.entry').where('id', '=', id).execute()
  await documents.remove(act, entry.document_id)
  await record(act, entryRemoved, { entry: id })
}

const plain: Details = {
  slug: '',
  authorId: null,
  parentId: null,
  excerpt: '',
  pictureId: null,
  pinned: false,
  commentsOpen: false,
  standing: null,
  termIds: [],
  ...nowhere,
}

/** A slug once given to the public stays unless another is typed; a draft's follows its title. */
async function slugToKeep(
  act: Act,
  entry: Entry,
  { typed, title }: { typed: string | undefined; title: string },
): Promise<string> {
  const saved = (await latestDetails(act.tx, entry)).slug
  if (typed === undefined) return saved
  const wanted = slugFrom(typed, title)
  if (wanted === saved) return saved
  if (!typed.trim())
    return (await ofEntry(act.tx, entry.id))
      ? saved
      : unusedSlug(act, { kind: entry.kind, slug: wanted, except: entry.id })
  return wanted
}

async function unusedSlug(
  { tx }: Act,
  { kind, slug, except }: { kind: Kind; slug: string; except?: string },
): Promise<string> {
  const rows = await tx
    .selectFrom('publishing.entry')
    .select('slug')
    .where('kind', '=', kind)
    .where((eb) => eb.or([eb('slug', '=', slug), eb('slug', 'like', `${literal(slug)}-%`)]))
    .$if(except !== undefined, (query) => query.where('id', '!=', except!))
    .execute()
  return freeSlug(slug, new Set(rows.map((row) => row.slug)))
}

async function nextPosition({ tx }: Act, kind: Kind): Promise<number> {
  if (kind === 'post') return 0
  const { last } = await tx
    .selectFrom('publishing.entry')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('kind', '=', 'page')
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
