import { Article } from '../../../ui/Article.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { PublicLayout } from '../../../ui/PublicLayout.tsx'
import { Time } from '../../../ui/Time.tsx'
import { standingWords } from '../standing.ts'
import type { EntryPageProps } from './PostPage.tsx'

/** A page of the site, with the pages beside and below it. */
export const SitePage = (props: EntryPageProps) => {
  const { head, site, zone, entry, companions, html } = props
  const changed = entry.updatedAt ?? entry.publishedAt
  return (
    <PublicLayout head={head} site={site} path={entry.href}>
      <Article
        page
        title={entry.title}
        lang={entry.lang}
        crumbs={[{ label: 'Home', href: '/' }, ...companions.above.map(({ title, href }) => ({ label: title, href }))]}
        lede={entry.excerpt}
        meta={[
          <>
            Last changed <Time at={changed} zone={zone} />
          </>,
        ]}
        standing={entry.standing ? standingWords(entry.standing, site.name).sentence : undefined}
        aside={<PageAside {...props} />}
      >
        <Prose html={html} lang={entry.lang} />
      </Article>
    </PublicLayout>
  )
}

const PageAside = ({ entry, companions: { above, beside, below } }: EntryPageProps) => {
  const parent = above.at(-1)
  if (beside.length < 2 && below.length === 0) return null
  return (
    <nav class="stack" aria-label="Pages near this one">
      {below.length > 0 && <PageLinks title="In this section" links={below} here={entry.href} />}
      {beside.length > 1 && <PageLinks title={parent?.title ?? 'Beside this page'} links={beside} here={entry.href} />}
    </nav>
  )
}

const PageLinks = ({
  title,
  links,
  here,
}: {
  title: string
  links: readonly { title: string; href: string }[]
  here: string
}) => (
  <Card look="aside" padded>
    <h2>{title}</h2>
    <ul>
      {links.map((link) => (
        <li>
          <a href={link.href} aria-current={link.href === here ? 'page' : undefined}>
            {link.title}
          </a>
        </li>
      ))}
    </ul>
  </Card>
)
