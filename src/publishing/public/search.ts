import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { onPage } from '../../platform/rowLimits.ts'
import type { SearchHit, SearchQuery } from '../../platform/slice.ts'
import { hrefOf } from './paths.ts'
import { spellingsMeant } from './spelling.ts'
import { corrected, HIT_ENDS, HIT_STARTS, type Piece, pieces, readSearch, type SearchWords } from './searchWords.ts'

export const RESULTS_A_PAGE = 10

export interface SearchResult {
  readonly title: string
  readonly href: string
  readonly kind: 'post' | 'page'
  readonly publishedAt: Date
  readonly author: string | null
  readonly extract: readonly Piece[]
  readonly rank: number
}
export interface SearchAnswer {
  /** What was looked for: as typed, or with the spelling put right. */
  readonly text: string
  readonly results: readonly SearchResult[]
  readonly total: number
}
export interface Wanted {
  readonly page?: number
  readonly limit?: number
  /** Exactly as typed, whatever it means. */
  readonly exactly?: boolean
}

/** Searches the public texts, putting right words that stand in none of them. Two queries. */
export async function searchPublic(
  tx: Tx,
  asked: SearchWords,
  { exactly = false, ...wanted }: Wanted,
): Promise<SearchAnswer> {
  const meant = exactly ? new Map<string, string>() : await spellingsMeant(tx, asked.words)
  const search = meant.size === 0 ? asked : readSearch(corrected(asked.text, meant))
  return { text: search.text, ...(await findTexts(tx, search, wanted)) }
}

/** For the office's search over everything. */
export async function searches(tx: Tx, { words, limit }: SearchQuery): Promise<readonly SearchHit[]> {
  const asked = readSearch(words)
  if (asked.text === '') return []
  const { results } = await searchPublic(tx, asked, { limit })
  return results.map(({ title, href, kind, extract, rank }) => ({ title, href, kind, extract, rank }))
}

interface Row {
  title: string
  path: string
  kind: 'post' | 'page'
  published_at: Date
  author: string | null
  marked: string
  rank: number
  total: number
}

const HEADLINE = `StartSel=${HIT_STARTS}, StopSel=${HIT_ENDS}, MaxFragments=2, MinWords=10, MaxWords=28, FragmentDelimiter=" … "`

/**
 * A word in the title weighs five times one in the text; of two alike the newer goes first. Extracts are made only for
 * the page that is shown: they cost more than finding it.
 */
async function findTexts(
  tx: Tx,
  { text, plain }: SearchWords,
  { page = 1, limit = RESULTS_A_PAGE }: Wanted,
): Promise<Omit<SearchAnswer, 'text'>> {
  const { rows } = await sql<Row>`
    with asked as (
      select websearch_to_tsquery('english', ${text}) as whole, coalesce(
        (select string_agg('''' || replace(lexeme, '''', '''''') || ''':*', ' & ')::tsquery from unnest(to_tsvector('english', ${text}))
          where ${plain}), ''::tsquery) as beginnings),
    found as (
      select s.entry_id, asked.whole || asked.beginnings as query, ts_rank(s.vector, asked.whole || asked.beginnings, 1) as rank
      from publishing.search_text s, asked where s.vector @@ (asked.whole || asked.beginnings)),
    shown as (
      select e.id, e.kind, e.published_at, e.author_id, found.query, found.rank, count(*) over () as total
      from found join publishing.entry e on e.id = found.entry_id and e.status = 'published'
      order by found.rank desc, e.published_at desc, e.id desc ${onPage(page, limit)})
    select s.title, a.path, shown.kind, shown.published_at, by.name as author, shown.rank, shown.total,
      ts_headline('english', translate(s.body, ${HIT_STARTS + HIT_ENDS}, ''), shown.query, ${HEADLINE}) as marked
    from shown join publishing.search_text s on s.entry_id = shown.id
    join publishing.address a on a.entry_id = shown.id and a.kind = 'entry'
    left join publishing.author by on by.id = shown.author_id
    order by shown.rank desc, shown.published_at desc, shown.id desc`.execute(tx)
  return { total: rows[0]?.total ?? 0, results: rows.map(toResult) }
}

function toResult({ title, path, kind, published_at, author, marked, rank }: Row): SearchResult {
  return {
    title,
    kind,
    author,
    rank,
    href: hrefOf(path),
    publishedAt: published_at,
    extract: pieces(marked.replace(/\s+/g, ' ')),
  }
}
