import { insertMany } from '../../platform/bulk.ts'
import { decide, type Wanted } from './decisions.ts'
import { parentsFirst } from './forest.ts'
import { fingerprint } from './rules.ts'
import type { Run } from './run.ts'
import { type SurveyedTerm, termName } from './surveyedNames.ts'

interface WantedTerm extends Wanted {
  readonly term: SurveyedTerm
}

/** Ids of terms by 'category:slug' and 'tag:slug'. */
export type TermIds = ReadonlyMap<string, string>

/** Brings in categories with what stands above them, and tags. */
export async function importTerms(run: Run): Promise<TermIds> {
  const { act, survey } = run
  const rows = await act.tx.selectFrom('publishing.term').select(['id', 'taxonomy', 'slug']).execute()
  const here = new Map(rows.map(({ id, taxonomy, slug }) => [`${taxonomy}:${slug}`, id]))
  const decisions = await decide(run, {
    table: 'term',
    wanted: survey.terms.map(toWanted),
    standing: ({ term: { taxonomy, slug } }) => here.get(termName(taxonomy, slug)),
  })
  const ids = new Map(decisions.all.map(({ id, wanted: { term } }) => [termName(term.taxonomy, term.slug), id]))
  // All at once, so that a parent may come after its children: foreign keys are checked at the end of the statement.
  const parents = parentsOf(survey.terms, ids)
  await insertMany(
    act,
    'publishing.term',
    decisions.made.map(({ id, wanted: { term } }) => ({
      id,
      taxonomy: term.taxonomy,
      ...wordsOf(term),
      slug: term.slug,
      parent_id: parents.get(id) ?? null,
    })),
  )
  for (const {
    id,
    wanted: { term },
  } of decisions.changed)
    await act.tx.updateTable('publishing.term').set(wordsOf(term)).where('id', '=', id).execute()
  await decisions.keep()
  return ids
}

const wordsOf = ({ name, description }: SurveyedTerm) => ({ name, description })

const toWanted = (term: SurveyedTerm): WantedTerm => ({
  term,
  key: term.key,
  name: term.name,
  hash: fingerprint([term.slug, term.name, term.description, term.parent]),
  countedAs: term.taxonomy === 'category' ? 'categories' : 'tags',
})

/** The category above each, by id. */
function parentsOf(terms: readonly SurveyedTerm[], ids: TermIds): ReadonlyMap<string, string | null> {
  const links = new Map<string, string | null>()
  for (const { taxonomy, slug, parent } of terms) {
    const id = ids.get(termName(taxonomy, slug))
    if (id) links.set(id, (parent && ids.get(termName(taxonomy, parent))) || null)
  }
  return new Map(parentsFirst(links).map(({ id, above }) => [id, above]))
}
