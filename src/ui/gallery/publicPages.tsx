import { ArchiveList } from '../ArchiveList.tsx'
import { Article } from '../Article.tsx'
import { ButtonLink } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { CommentThread } from '../CommentThread.tsx'
import { Hero } from '../Hero.tsx'
import { PageTop } from '../PageTop.tsx'
import { Pager } from '../Pager.tsx'
import { PostList } from '../PostList.tsx'
import { Prose } from '../Prose.tsx'
import { PublicLayout } from '../PublicLayout.tsx'
import { ResultList } from '../ResultList.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { SectionHead } from '../SectionHead.tsx'
import { TagList } from '../TagList.tsx'
import { Time } from '../Time.tsx'
import { WorkGrid } from '../WorkCard.tsx'
import { fairCare, works } from './sampleGroup.tsx'
import { sampleText } from './sampleText.ts'
import { type SamplePage, sampleZone } from './story.ts'
import { FullHome } from './homePage.tsx'

const published = new Date('2026-12-03T09:00:00Z')

/** Home of a group that has only posts. */
function PostsHome() {
  const site = {
    ...fairCare,
    name: 'Harbour Pilots for Safe Waters',
    mark: { letters: 'HP' },
    notice: undefined,
    noticeAside: undefined,
    join: undefined,
    columns: [],
    imprint: undefined,
    themeHref: undefined,
  }
  return (
    <PublicLayout site={site} path="/" head={{ title: site.name }}>
      <Hero
        headline="Pilots know these waters. Ask them before you change the rules."
        stress="Ask them"
        lede="Working and retired pilots, writing down what goes wrong and how to mend it."
        actions={
          <ButtonLink href="/about" size="lg">
            Who we are
          </ButtonLink>
        }
      />
      <div class="wrap section">
        <SectionHead title="Latest" more={{ label: 'All posts', href: '/blog' }} />
        <WorkGrid
          works={works.map(({ title, href, extract }) => ({
            title,
            href,
            extract,
            kind: 'Blog',
            icon: 'newspaper',
            foot: <span>3 December 2026, by Jo Okafor</span>,
          }))}
        />
      </div>
    </PublicLayout>
  )
}

function PostPage() {
  return (
    <PublicLayout
      site={fairCare}
      path="/news"
      head={{
        title: 'Where you live decides how long you wait',
        description: 'What 149 councils told us.',
        jsonLd: { '@type': 'Article', headline: '</script>' },
      }}
    >
      <Article
        crumbs={[{ label: 'Home', href: '/' }, { label: 'News', href: '/news' }, { label: 'Where you live decides' }]}
        title="Where you live decides how long you wait"
        lede="We asked every council in England. The law is the same in all of them."
        meta={[<a href="/author/jo">Jo Okafor</a>, <Time at={published} zone={sampleZone} />, '6 minutes to read']}
        standing="Agreed policy of the group, voted on 5 November 2026."
        aside={<WhatToDo />}
      >
        <Prose html={sampleText} />
        <TagList
          label="Tags"
          tags={[
            { label: 'Waiting times', href: '/tag/waiting' },
            { label: 'Councils', href: '/tag/councils' },
          ]}
        />
        <Comments />
      </Article>
    </PublicLayout>
  )
}

const WhatToDo = () => (
  <Card look="aside" padded>
    <div class="stack-s">
      <h2>What you can do</h2>
      <p>Send us the letter your council sent you. We keep your name to ourselves.</p>
      <ButtonLink href="/join">Join us</ButtonLink>
    </div>
  </Card>
)

const Comments = () => (
  <section class="section" aria-labelledby="comments">
    <h2 id="comments">2 comments</h2>
    <CommentThread
      zone={sampleZone}
      comments={[
        {
          id: '1',
          author: 'Peter Barlow',
          at: published,
          body: <p>Ours said 28 days and took a year.</p>,
          replies: [
            {
              id: '2',
              author: 'Jo Okafor',
              badge: 'Author',
              at: published,
              body: <p>Did they write that down?</p>,
              replies: [],
            },
          ],
        },
      ]}
    />
  </section>
)

const ListPage = () => (
  <PublicLayout site={fairCare} path="/news" head={{ title: 'News' }}>
    <div class="wrap">
      <PageTop
        title="News"
        lede="What we found, wrote and said."
        crumbs={[{ label: 'Home', href: '/' }, { label: 'News' }]}
      />
      <PostList
        posts={works.map((work) => ({
          title: work.title,
          href: work.href,
          extract: work.extract,
          meta: ['3 December 2026', 'Jo Okafor', <a href="/category/care">Care</a>],
        }))}
      />
      <Pager page={2} pages={9} href={(page) => `/news?page=${page}`} loose previous="Newer posts" next="Older posts" />
      <h2>By month</h2>
      <ArchiveList
        years={[
          {
            year: 2026,
            href: '/2026',
            months: [
              { label: 'December', href: '/2026/12', count: 3 },
              { label: 'November', href: '/2026/11', count: 12 },
            ],
          },
        ]}
      />
    </div>
  </PublicLayout>
)

const SearchPage = () => (
  <PublicLayout site={fairCare} path="/search" head={{ title: 'Search: waiting', noindex: true }}>
    <div class="wrap">
      <PageTop title="Search" />
      <div class="stack-l">
        <SearchBox value="waiting" />
        <ResultList
          results={works.map((work) => ({
            title: work.title,
            href: work.href,
            extract: [
              { text: 'Families should be able to see how long people are ', hit: false },
              { text: 'waiting', hit: true },
              { text: ', without asking.', hit: false },
            ],
            meta: ['Post', '3 December 2026'],
          }))}
        />
      </div>
    </div>
  </PublicLayout>
)

export const publicPages: readonly SamplePage[] = [
  { name: 'home', components: ['PublicLayout', 'Hero'], render: FullHome },
  { name: 'home-of-posts', components: ['PublicLayout', 'Hero'], render: PostsHome },
  { name: 'post', components: ['PublicLayout', 'Article'], render: PostPage },
  { name: 'list', components: ['PublicLayout', 'PageTop'], render: ListPage },
  { name: 'search', components: ['PublicLayout', 'PageTop'], render: SearchPage },
]
