import { Article } from '../../../ui/Article.tsx'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CommentThread } from '../../../ui/CommentThread.tsx'
import type { PageHead } from '../../../ui/Page.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { TagList } from '../../../ui/TagList.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { TrustedHtml } from '../../../ui/Trusted.tsx'
import { plural } from '../../../ui/words.ts'
import type { HeadingFound } from '../../../writing/index.ts'
import type { ShownEntry } from '../addresses.ts'
import { threaded } from '../commentThreads.tsx'
import type { Companions } from '../companions.ts'
import { standingWords } from '../standing.ts'

export interface EntryPageProps {
  readonly head: PageHead
  readonly site: PublicSite
  readonly zone: string
  readonly entry: ShownEntry
  readonly companions: Companions
  readonly html: TrustedHtml
  readonly headings: readonly HeadingFound[]
  readonly minutes: number
}

/** A post: what it says, who says it and when, what readers said to it, and where to go on. */
export const PostPage = (props: EntryPageProps) => {
  const { head, site, zone, entry, companions, html, minutes } = props
  const { notes, comments } = companions
  return (
    <PublicLayout head={head} site={site} path={entry.href}>
      <Article
        title={entry.title}
        lang={entry.lang}
        crumbs={[{ label: 'Home', href: '/' }, { label: 'Posts', href: '/posts' }, { label: entry.title }]}
        lede={entry.excerpt}
        meta={[
          entry.author && (
            <a href={entry.author.href} rel="author">
              {entry.author.name}
            </a>
          ),
          <Time at={entry.publishedAt} zone={zone} />,
          `${plural(minutes, 'minute')} to read`,
          comments.length > 0 && <a href="#comments">{plural(comments.length, 'comment')}</a>,
        ]}
        standing={entry.standing ? standingWords(entry.standing, site.name).sentence : undefined}
        aside={<PostAside {...props} />}
      >
        {notes.length > 0 && <UpdateNotes notes={notes} zone={zone} />}
        <Prose html={html} lang={entry.lang} />
        <Filed companions={companions} />
        <Neighbours companions={companions} />
        <Comments {...props} />
      </Article>
    </PublicLayout>
  )
}

const UpdateNotes = ({ notes, zone }: { notes: Companions['notes']; zone: string }) => (
  <section class="update-notes" aria-label="Updates">
    <ul role="list">
      {notes.map((note) => (
        <li>
          <b>
            Updated <Time at={note.notedAt} zone={zone} />:
          </b>{' '}
          {note.text}
        </li>
      ))}
    </ul>
  </section>
)

const Filed = ({ companions: { terms } }: { companions: Companions }) => {
  const of = (taxonomy: string) =>
    terms.filter((term) => term.taxonomy === taxonomy).map(({ name, href }) => ({ label: name, href }))
  return terms.length === 0 ? null : (
    <footer class="filed">
      <TagList label="Categories" tags={of('category')} />
      <TagList label="Tags" tags={of('tag')} />
    </footer>
  )
}

const Neighbours = ({ companions: { older, newer } }: { companions: Companions }) =>
  !older && !newer ? null : (
    <nav class="neighbours" aria-label="Other posts">
      {older && (
        <a href={older.href} rel="prev">
          <span>Earlier post</span> {older.title}
        </a>
      )}
      {newer && (
        <a href={newer.href} rel="next">
          <span>Later post</span> {newer.title}
        </a>
      )}
    </nav>
  )

const Comments = ({ entry, companions: { comments }, zone }: EntryPageProps) =>
  comments.length === 0 ? null : (
    <section id="comments" class="stack" aria-labelledby="comments-title">
      <h2 id="comments-title">{plural(comments.length, 'comment')}</h2>
      <CommentThread comments={threaded(comments)} zone={zone} />
      {!entry.commentsOpen && <p class="meta">Comments on this post are closed.</p>}
    </section>
  )

const PostAside = ({ site, entry, headings }: EntryPageProps) => (
  <div class="stack">
    {headings.length > 2 && (
      <nav aria-label="In this post">
        <Card look="aside">
          <h2>In this post</h2>
          <ul>
            {headings
              .filter(({ level }) => level === 2 || headings.every((heading) => heading.level > 2))
              .map(({ id, text }) => (
                <li>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
          </ul>
        </Card>
      </nav>
    )}
    {entry.author?.about && (
      <Card look="aside">
        <h2>{entry.author.name}</h2>
        <p>{entry.author.about}</p>
        <p>
          <a href={entry.author.href}>All posts by {entry.author.name}</a>
        </p>
      </Card>
    )}
    <Card look="tinted" padded>
      <h2>What you can do</h2>
      <p>Pass this page on, or read what we write next as it appears.</p>
      <div class="row">
        {site.join && <ButtonLink href={site.join.href}>{site.join.label}</ButtonLink>}
        <ButtonLink href="/feed/" tone="alt" icon="rss">
          Follow our posts
        </ButtonLink>
      </div>
    </Card>
  </div>
)
