import { Empty } from '../../../ui/Empty.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { ResultList } from '../../../ui/ResultList.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { TagList } from '../../../ui/TagList.tsx'
import { Time } from '../../../ui/Time.tsx'
import { plural } from '../../../ui/words.ts'
import type { SearchAnswer, SearchResult } from '../search.ts'
import type { ShownTerm } from '../terms.ts'

interface SearchPageProps {
  readonly site: PublicSite
  readonly zone: string
  /** As typed; '' before anything is. */
  readonly asked: string
  readonly answer: SearchAnswer | null
  readonly categories: readonly ShownTerm[]
  readonly page: number
  readonly pages: number
  /** Looked for as typed, without putting the spelling right. */
  readonly exactly: boolean
}

/** Search of the website: before anything is typed, with results, and with none. */
export const SearchPage = (props: SearchPageProps) => {
  const { site, asked, answer, page, pages, exactly } = props
  return (
    <PublicLayout head={{ title: titleOf(props), noindex: true }} site={site} path="/search">
      <div class="wrap">
        <PageTop title="Search" crumbs={[{ label: 'Home', href: '/' }, { label: 'Search' }]} />
        <div class="article-body">
          <div class="stack-l">
            <SearchBox value={asked} />
            {answer && <Spelling asked={asked} found={answer.text} />}
            {answer && answer.total > 0 && (
              <section class="stack-l" aria-label="Results">
                <p class="meta" role="status">
                  {plural(answer.total, 'result')} for “{answer.text}”
                </p>
                <ResultList results={answer.results.map((result) => shown(result, props.zone))} />
                <Pager page={page} pages={pages} href={(to) => searchHref(asked, { page: to, exactly })} loose />
              </section>
            )}
            {!answer?.total && <NothingShown {...props} />}
          </div>
        </div>
      </div>
    </PublicLayout>
  )
}

const titleOf = ({ asked, page }: SearchPageProps) =>
  asked === '' ? 'Search' : `Search for “${asked}”${page > 1 ? `, page ${page}` : ''}`

const Spelling = ({ asked, found }: { asked: string; found: string }) =>
  asked === found ? null : (
    <p>
      Showing results for <b>{found}</b>.{' '}
      <a href={searchHref(asked, { page: 1, exactly: true })}>Search instead for {asked}</a>
    </p>
  )

const NothingShown = ({ asked, answer, categories }: SearchPageProps) => (
  <>
    {answer && (
      <Empty
        icon="search"
        title={`Nothing found for “${asked}”`}
        sentence="Try fewer words, or a more general one. Put words in quotation marks to find them together."
      />
    )}
    {categories.length > 0 && (
      <section class="stack-s">
        <h2>What we write about</h2>
        <TagList label="Categories" tags={categories.map(({ name, href }) => ({ label: name, href }))} />
      </section>
    )}
    <p>
      <a href="/posts">See all posts, newest first</a>
    </p>
  </>
)

const shown = ({ title, href, extract, kind, publishedAt, author }: SearchResult, zone: string) => ({
  title,
  href,
  extract,
  meta: kind === 'page' ? ['Page'] : [<Time at={publishedAt} zone={zone} />, author],
})

function searchHref(words: string, { page, exactly }: { page: number; exactly: boolean }): string {
  const query = new URLSearchParams({
    q: words,
    ...(exactly && { exact: '1' }),
    ...(page > 1 && { page: String(page) }),
  })
  return `/search?${query.toString()}`
}
