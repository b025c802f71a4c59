import { Empty } from '../../../ui/Empty.tsx'
import type { PageHead } from '../../../ui/Page.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PostList } from '../../../ui/PostList.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { plural } from '../../../ui/words.ts'
import type { ShownSeries } from '../shown.ts'

interface Props {
  head: PageHead
  site: PublicSite
  series: readonly ShownSeries[]
}

export const AllSeriesPage = ({ head, site, series }: Props) => (
  <PublicLayout head={head} site={site} path="/series">
    <div class="wrap">
      <PageTop
        title="Series"
        lede="Posts that belong together, in the order in which to read them."
        crumbs={[{ label: 'Home', href: '/' }, { label: 'Series' }]}
      />
      <div class="article-body">
        {series.length === 0 ? (
          <Empty icon="book-open" title="Nothing here yet" sentence="Series of posts will be listed here." />
        ) : (
          <PostList
            posts={series.map(({ name, href, about, parts }) => ({
              title: name,
              href,
              extract: about,
              meta: [plural(parts.length, 'part')],
            }))}
          />
        )}
      </div>
    </div>
  </PublicLayout>
)
