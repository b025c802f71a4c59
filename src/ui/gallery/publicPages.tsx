import { ArchiveList } from '../ArchiveList.tsx'
import { Article } from '../Article.tsx'
import { Avatar } from '../Avatar.tsx'
import { ButtonLink } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { CommentThread } from '../CommentThread.tsx'
import { DarkBand } from '../DarkBand.tsx'
import { EventList } from '../EventList.tsx'
import { Facts } from '../Facts.tsx'
import { Hero } from '../Hero.tsx'
import { JoinBand } from '../JoinBand.tsx'
import { PageTop } from '../PageTop.tsx'
import { Pager } from '../Pager.tsx'
import { PostList } from '../PostList.tsx'
import { Prose } from '../Prose.tsx'
import { PublicLayout } from '../PublicLayout.tsx'
import { Quote } from '../Quote.tsx'
import { ResultList } from '../ResultList.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { SectionHead } from '../SectionHead.tsx'
import { TagList } from '../TagList.tsx'
import { Time } from '../Time.tsx'
import { WorkGrid } from '../WorkCard.tsx'
import { fairCare, works } from './sampleGroup.tsx'
import { sampleText } from './sampleText.ts'
import { type SamplePage, sampleZone } from './story.ts'

const published = new Date('2026-12-03T09:00:00Z')

/** Home of a group that does many things. */
function FullHome() {
  return (
    <PublicLayout
      site={fairCare}
      path="/"
      head={{ title: 'Care without the wait', description: 'Carers, social workers and researchers on fairer care.' }}
    >
      <Hero
        headline="Nobody should wait months to find out what care they will get."
        stress="what care they will get."
        lede="We are carers, social workers, researchers and people who use care. Together we check the facts, write the policy and take it to Parliament."
        actions={[
          <ButtonLink href="/join" size="lg">
            Join from £15 a year
          </ButtonLink>,
          <ButtonLink href="/policies" size="lg" tone="alt">
            See what we are working on
          </ButtonLink>,
        ]}
        membersLine={[
          <span class="avatars">
            {['Jo Okafor', 'Peter Barlow', 'Sunita Rao'].map((name) => (
              <Avatar name={name} />
            ))}
          </span>,
          <span class="meta">
            <b>412 members</b> in 96 council areas
          </span>,
        ]}
      />
      <Facts
        facts={[
          { figure: '47 days', words: 'the middle wait in England' },
          { figure: '30 of 149', words: 'councils meet the target' },
          { figure: '17', words: 'questions put to ministers' },
          { figure: '£0', words: 'from companies or parties' },
        ]}
      />
      <div class="wrap section">
        <SectionHead
          title="What we are working on"
          lede="Anyone can read these. Members help write them."
          more={{ label: 'All our policies', href: '/policies' }}
        />
        <WorkGrid works={works} />
      </div>
      <DarkBand
        eyebrow="Our evidence"
        title="Where you live decides how long you wait"
        figure={<p>A chart stands here.</p>}
      >
        <p>In one county the typical wait is 97 days. In a city two hours away it is five.</p>
        <ButtonLink href="/evidence" tone="gold">
          Find your council
        </ButtonLink>
      </DarkBand>
      <div class="wrap section">
        <div class="split top">
          <Quote
            words="I spent thirty years running assessments. Here, for the first time, someone asked me how to fix them."
            name="Peter Barlow"
            about="Retired team manager, Wrexham. Member since 2022"
          />
          <div>
            <SectionHead title="Coming up" />
            <EventList
              zone={sampleZone}
              events={[
                {
                  title: 'Members’ meeting: the 28-day paper',
                  href: '/events/1',
                  at: new Date('2026-12-03T19:00:00Z'),
                  when: 'Thursday, 7pm to 8.30pm. Online and in Shrewsbury',
                  note: 'Free. Captions and hearing loop',
                },
                {
                  title: 'How to read your council’s budget',
                  href: '/events/2',
                  at: new Date('2027-01-15T12:30:00Z'),
                  when: 'Friday, 12.30pm to 1.15pm. Online',
                  note: 'Open to everyone',
                },
              ]}
            />
          </div>
        </div>
      </div>
      <div class="wrap">
        <JoinBand
          title="Add what you know"
          sentence="You do not need to be an expert or belong to a party. Members read drafts, suggest changes, check figures and vote on what we say."
          reasons={['One vote each, on every paper', 'Papers in large print and Welsh', 'Leave whenever you like']}
          tiers={[
            { name: 'Standard', note: 'Most members', price: '£30', per: 'a year' },
            { name: 'Low income', note: 'You decide if this is you', price: '£15', per: 'a year' },
            { name: 'Supporter', note: 'Helps pay for someone else', price: '£60', per: 'a year' },
          ]}
          action={{ label: 'Join Fair Care Forum', href: '/join' }}
        />
      </div>
    </PublicLayout>
  )
}

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
    themeHref: '/theme.css',
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
        aside={
          <Card look="aside" padded>
            <div class="stack-s">
              <h2>What you can do</h2>
              <p>Send us the letter your council sent you. We keep your name to ourselves.</p>
              <ButtonLink href="/join">Join us</ButtonLink>
            </div>
          </Card>
        }
      >
        <Prose html={sampleText} />
        <TagList
          label="Tags"
          tags={[
            { label: 'Waiting times', href: '/tag/waiting' },
            { label: 'Councils', href: '/tag/councils' },
          ]}
        />
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
      </Article>
    </PublicLayout>
  )
}

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
