import { newIds, insertMany } from '../../platform/bulk.ts'
import { slugify } from '../wordpress/slugs.ts'
import { findOrigins, keepOrigins, keptReason, type NewOrigin, verdictOn } from './origins.ts'
import { authorKey, fingerprint, plainSlug } from './rules.ts'
import type { Run } from './run.ts'

interface Wanted {
  readonly key: string
  readonly login: string
  readonly slug: string
  readonly name: string
  readonly hash: string
}

/**
 * Brings in the names texts appear under. Their email addresses and logins' passwords stay behind, and nobody becomes a
 * person of the register. Gives each login's author; a login only posts mention is added when met.
 */
export async function importAuthors({ act, source, survey, tally }: Run): Promise<Map<string, string>> {
  const wanted = [...new Map(survey.authors.filter(({ login }) => login).map((author) => [author.login, toWanted(author)])).values()]
  const origins = await findOrigins(act, { source, table: 'author', items: wanted.map(({ key }) => key) })
  const bySlug = new Map((await act.tx.selectFrom('publishing.author').select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]))
  const ids = await newIds(act, wanted.length)
  const byLogin = new Map<string, string>()
  const fresh: Wanted[] = []
  const kept: NewOrigin[] = []
  for (const [i, author] of wanted.entries()) {
    const origin = origins.get(author.key)
    const verdict = verdictOn(origin, author.hash)
    const id = origin?.recordId ?? bySlug.get(author.slug) ?? ids[i]!
    if (verdict === 'removed_here') {
      tally.leaveOut('authors', { reason: keptReason.removed_here, name: author.name })
      continue
    }
    byLogin.set(author.login, id)
    if (verdict === 'edited_here') tally.leaveOut('authors', { reason: keptReason.edited_here, name: author.name })
    else if (verdict === 'unchanged') tally.add('authors', 'unchanged')
    else kept.push({ item: author.key, recordId: id, itemHash: author.hash })
    if (verdict === 'changed') await act.tx.updateTable('publishing.author').set({ name: author.name }).where('id', '=', id).execute()
    if (verdict === 'changed') tally.add('authors', 'changed')
    if (verdict === 'new') tally.add('authors', bySlug.has(author.slug) ? 'unchanged' : 'made')
    if (verdict === 'new' && !bySlug.has(author.slug)) {
      fresh.push(author)
      bySlug.set(author.slug, id)
    }
  }
  await insertMany(act, 'publishing.author', fresh.map(({ login, slug, name }) => ({ id: byLogin.get(login), slug, name, about: '', pen_name: false })))
  await keepOrigins(act, { source, table: 'author', origins: kept })
  return byLogin
}

/** The author of a login the export mentions but does not describe. */
export async function authorOnlyMentioned({ act, tally }: Run, login: string): Promise<string> {
  const slug = authorSlug(login)
  const known = await act.tx.selectFrom('publishing.author').select('id').where('slug', '=', slug).executeTakeFirst()
  if (known) return known.id
  tally.add('authors', 'made')
  const { id } = await act.tx.insertInto('publishing.author').values({ group_id: act.group.id, slug, name: login.slice(0, 200) }).returning('id').executeTakeFirstOrThrow()
  return id
}

function toWanted(author: Run['survey']['authors'][number]): Wanted {
  const { login, displayName, firstName, lastName } = author
  const name = (displayName || `${firstName} ${lastName}`.trim() || login).slice(0, 200)
  return { key: authorKey(author), login, slug: authorSlug(login), name, hash: fingerprint([name]) }
}

/** WordPress makes the address of an author from the login. */
const authorSlug = (login: string): string => plainSlug(slugify(login.replace(/[._@]+/g, ' ')))
