import { Article } from '../../../ui/Article.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Neighbours } from '../../../ui/Neighbours.tsx'
import type { PageHead } from '../../../ui/Page.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { Time } from '../../../ui/Time.tsx'
import { trustHtml } from '../../../ui/Trusted.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { toHtml } from '../../../writing/index.ts'
import type { Block } from '../../blocks/block.ts'
import { BlockView } from '../../blocks/web/BlockView.tsx'
import { FEED } from '../letterFeed.tsx'
import type { ListedLetter, Neighbours as Around, ShownLetter } from '../shownLetters.ts'

interface Props extends Around {
  site: PublicSite
  zone: string
  origin: string
  letter: ShownLetter
  /** Where the questions are answered by whoever got the letter and is signed in. */
  answersHref: string | null
}

/** A letter as a page of the website. */
export const ShownLetterPage = ({ site, zone, origin, letter, earlier, later, answersHref }: Props) => (
  <PublicLayout head={headOf(letter, { site, origin })} site={site} path="/letters">
    <Article
      title={letter.subject}
      lede={letter.preview}
      crumbs={[{ label: 'Home', href: '/' }, { label: 'Letters', href: '/letters' }, { label: letter.subject }]}
      meta={[<Time at={letter.sentAt} zone={zone} />, letter.membersOnly && <Chip tone="info">For members</Chip>]}
      aside={<About site={site} />}
    >
      <h2>
        <Unseen>The letter</Unseen>
      </h2>
      <div class="stack-l">
        {letter.blocks.map((block) => (
          <BlockView block={block} show={(doc) => shown(block, doc)} answerHref={answerTo(block, answersHref)} />
        ))}
      </div>
      <Neighbours of="letter" older={linked(earlier)} newer={linked(later)} />
    </Article>
  </PublicLayout>
)

/** Each text's own places, such as its headings, have names of their own. */
const shown = ({ id }: Block, doc: Parameters<typeof toHtml>[0]) => trustHtml(toHtml(doc, { idPrefix: `${id}-` }))

const answerTo = ({ id }: Block, answersHref: string | null): string | null =>
  answersHref === null ? null : `${answersHref}?ask=${id}`

const headOf = (letter: ShownLetter, { site, origin }: Pick<Props, 'site' | 'origin'>): PageHead => ({
  title: letter.subject,
  description: letter.preview || `A letter of ${site.name} to its readers.`,
  canonical: `${origin}/letters/${letter.slug}`,
  noindex: letter.membersOnly,
  feeds: [{ href: FEED, title: `${site.name}: letters`, type: 'application/atom+xml' }],
  ...(!letter.membersOnly && { openGraph: { type: 'article', publishedAt: letter.sentAt } }),
})

const About = ({ site }: { site: PublicSite }) => (
  <Card look="aside" padded>
    <div class="stack-s">
      <h2>About this letter</h2>
      <p>{site.name} sent it by email, to each reader under their own name.</p>
      {site.join && (
        <p>
          <a href={site.join.href}>{site.join.label}</a> to get the next one.
        </p>
      )}
      <p>
        <a href="/letters">All letters</a>
      </p>
    </div>
  </Card>
)

const linked = (letter: ListedLetter | null) => letter && { title: letter.subject, href: `/letters/${letter.slug}` }
