import { ArchiveList, type ArchiveYear } from '../../../ui/ArchiveList.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import type { PageHead } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PostList } from '../../../ui/PostList.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { TagList } from '../../../ui/TagList.tsx'
import { Time } from '../../../ui/Time.tsx'
import { plural } from '../../../ui/words.ts'
import { pageHref } from '../archiveAddresses.ts'
import type { ArchiveSubject } from '../archives.ts'
import { feedHref } from '../head.ts'
import type { ListedPost } from '../posts.ts'

interface ArchivePageProps {
  readonly head: PageHead
  readonly site: PublicSite
  readonly zone: string
  readonly subject: ArchiveSubject
  readonly posts: readonly ListedPost[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly years: readonly ArchiveYear[]
}

/** Posts below each other: all of them, or those of a date, an author, a category or a tag. */
export const ArchivePage = ({ head, site, zone, subject, posts, total, page, pages, years }: ArchivePageProps) => (
  <PublicLayout head={head} site={site} path={pageHref(subject.href, 1)}>
    <div class="wrap">
      <PageTop title={subject.title} lede={subject.lede} crumbs={subject.crumbs} />
      <div class="listing">
        <section aria-label="Posts">
          {posts.length === 0 ? (
            <Empty icon="newspaper" title="Nothing here yet" sentence={subject.whenEmpty ?? ''} />
          ) : (
            <>
              <p class="meta">{plural(total, 'post')}</p>
              <PostList posts={posts.map((post) => summary(post, zone))} />
              <Pager
                page={page}
                pages={pages}
                href={(to) => pageHref(subject.href, to)}
                loose
                previous="Newer posts"
                next="Older posts"
              />
            </>
          )}
        </section>
        <aside aria-label="Find your way" class="stack-l">
          {subject.below.length > 0 && (
            <section class="stack-s">
              <h2>Within {subject.title}</h2>
              <TagList label="Categories" tags={subject.below.map(({ name, href }) => ({ label: name, href }))} />
            </section>
          )}
          {years.length > 0 && (
            <section class="stack-s">
              <h2>By date</h2>
              <ArchiveList years={years} />
            </section>
          )}
          <p>
            <a href={subject.href === '/posts' ? '/feed/' : feedHref(subject.href)}>Follow these posts by web feed</a>
          </p>
        </aside>
      </div>
    </div>
  </PublicLayout>
)

/** A listed post for `PostList`. */
export const summary = (post: ListedPost, zone: string) => ({
  title: post.title,
  href: post.href,
  extract: post.extract,
  meta: [
    post.atTheTop && <Chip tone="go">Pinned</Chip>,
    <Time at={post.publishedAt} zone={zone} />,
    post.author && <a href={post.author.href}>{post.author.name}</a>,
    ...post.categories.map(({ name, href }) => <a href={href}>{name}</a>),
  ],
})
