import { insertMany } from '../../platform/bulk.ts'
import { slugify } from '../wordpress/slugs.ts'
import { decide, type Wanted } from './decisions.ts'
import { fingerprint, plainSlug } from './rules.ts'
import type { Run } from './run.ts'
import type { SurveyedAuthor } from './surveyedNames.ts'

interface WantedAuthor extends Wanted {
  readonly login: string
  readonly slug: string
  readonly about: string
  readonly penName: boolean
}

/** Ids of authors by login. */
export type AuthorIds = ReadonlyMap<string, string>

/**
 * Brings in the names texts appear under. Their email addresses stay behind, and nobody becomes a person of the register.
 */
export async function importAuthors(run: Run): Promise<AuthorIds> {
  const { act, survey } = run
  const rows = await act.tx.selectFrom('publishing.author').select(['id', 'slug']).execute()
  const bySlug = new Map(rows.map(({ id, slug }) => [slug, id]))
  const wanted = withSlugs(survey.authors)
  const decisions = await decide(run, { table: 'author', wanted, standing: ({ slug }) => bySlug.get(slug) })
  await insertMany(
    act,
    'publishing.author',
    decisions.made.map(({ id, wanted: { slug, name, about, penName } }) => ({
      id,
      slug,
      name,
      about,
      pen_name: penName,
    })),
  )
  for (const {
    id,
    wanted: { name },
  } of decisions.changed)
    await act.tx.updateTable('publishing.author').set({ name }).where('id', '=', id).execute()
  await decisions.keep()
  return new Map(decisions.all.map(({ id, wanted: { login } }) => [login, id]))
}

/** WordPress makes the address of an author from the login. Two logins never share one. */
function withSlugs(authors: readonly SurveyedAuthor[]): WantedAuthor[] {
  const taken = new Set<string>()
  return authors.map(({ key, login, name, about, penName }) => {
    const own = plainSlug(slugify(login.replace(/[._@]+/g, ' ')))
    let slug = own
    for (let number = 2; taken.has(slug); number += 1) slug = `${own}-${number}`
    taken.add(slug)
    return { key, login, slug, name, about, penName, hash: fingerprint([name]), countedAs: 'authors' }
  })
}
