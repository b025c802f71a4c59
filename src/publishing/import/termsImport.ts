import { insertMany, newIds } from '../../platform/bulk.ts'
import type { CategoryRecord, ItemTerm, TagRecord } from '../wordpress/export.ts'
import { slugify } from '../wordpress/slugs.ts'
import { findOrigins, keepOrigins, keptReason, type NewOrigin, verdictOn } from './origins.ts'
import { fingerprint, plainSlug, termKey } from './rules.ts'
import type { Run } from './run.ts'

type Taxonomy = 'category' | 'tag'
type Record_ = CategoryRecord | TagRecord

/** Ids of terms by 'category:slug' and 'tag:slug'. */
export type TermIds = Map<string, string>

/** Brings in categories with what stands above them, then tags. */
export async function importTerms(run: Run): Promise<TermIds> {
  const { act, survey } = run
  const rows = await act.tx.selectFrom('publishing.term').select(['id', 'taxonomy', 'slug']).execute()
  const ids: TermIds = new Map(rows.map(({ id, taxonomy, slug }) => [`${taxonomy}:${slug}`, id]))
  await importKind(run, { taxonomy: 'category', records: survey.categories, ids })
  await importKind(run, { taxonomy: 'tag', records: survey.tags, ids })
  return ids
}

/** The term an item names; made now when the export's head does not declare it. Null for other taxonomies. */
export async function termOf({ act, tally }: Run, ids: TermIds, { domain, slug, name }: ItemTerm): Promise<string | null> {
  const taxonomy = domain === 'category' ? 'category' : domain === 'post_tag' || domain === 'tag' ? 'tag' : null
  const plain = plainSlug(slug) || slugify(name)
  if (!taxonomy || (!slug && !name)) return null
  const known = ids.get(`${taxonomy}:${plain}`)
  if (known) return known
  const { id } = await act.tx
    .insertInto('publishing.term')
    .values({ group_id: act.group.id, taxonomy, slug: plain, name: (name || plain).slice(0, 200) })
    .returning('id')
    .executeTakeFirstOrThrow()
  tally.add(taxonomy === 'category' ? 'categories' : 'tags', 'made')
  ids.set(`${taxonomy}:${plain}`, id)
  return id
}

async function importKind({ act, source, tally }: Run, { taxonomy, records, ids }: { taxonomy: Taxonomy; records: readonly Record_[]; ids: TermIds }): Promise<void> {
  const kind = taxonomy === 'category' ? 'categories' : 'tags'
  const wanted = [...new Map(records.map((record) => [slugOfTerm(record), toRow(record)])).values()]
  for (const record of records.slice(0, records.length - wanted.length)) tally.leaveOut(kind, { reason: 'It stood in the export twice.', name: record.name })
  const origins = await findOrigins(act, { source, table: 'term', items: wanted.map(({ key }) => key) })
  const fresh = await newIds(act, wanted.length)
  const made: (typeof wanted)[number][] = []
  const kept: NewOrigin[] = []
  for (const [i, term] of wanted.entries()) {
    const origin = origins.get(term.key)
    const verdict = verdictOn(origin, term.hash)
    const matching = ids.get(`${taxonomy}:${term.slug}`)
    if (verdict === 'removed_here' || verdict === 'edited_here') {
      tally.leaveOut(kind, { reason: keptReason[verdict], name: term.name })
      if (origin?.now) ids.set(`${taxonomy}:${term.slug}`, origin.recordId!)
      continue
    }
    const id = origin?.recordId ?? matching ?? fresh[i]!
    ids.set(`${taxonomy}:${term.slug}`, id)
    tally.add(kind, verdict === 'new' ? (matching ? 'unchanged' : 'made') : verdict)
    if (verdict === 'new' && !matching) made.push(term)
    if (verdict === 'changed') await act.tx.updateTable('publishing.term').set({ name: term.name, description: term.description }).where('id', '=', id).execute()
    if (verdict !== 'unchanged') kept.push({ item: term.key, recordId: id, itemHash: term.hash })
  }
  // All at once, so that a parent may come after its children: foreign keys are checked at the end of the statement.
  const parentOf = ({ parent }: { parent: string }) => (parent ? (ids.get(`${taxonomy}:${parent}`) ?? null) : null)
  await insertMany(act, 'publishing.term', made.map((term) => ({ id: ids.get(`${taxonomy}:${term.slug}`), taxonomy, slug: term.slug, name: term.name, description: term.description, parent_id: withoutLoop(parentOf(term), ids.get(`${taxonomy}:${term.slug}`)) })))
  await keepOrigins(act, { source, table: 'term', origins: kept })
}

function toRow(record: Record_) {
  const [slug, parent] = [slugOfTerm(record), 'parent' in record ? plainSlug(record.parent) : '']
  const name = (record.name.trim() || slug).slice(0, 200)
  const description = record.description.slice(0, 2000)
  return { key: termKey(record), slug, name, description, parent, hash: fingerprint([slug, name, description, parent]) }
}

const slugOfTerm = ({ slug, name }: Record_): string => plainSlug(slug) || slugify(name)
const withoutLoop = (parent: string | null, own: string | undefined) => (parent === own ? null : parent)
