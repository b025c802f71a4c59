import { Article } from '../../../ui/Article.tsx'
import { CommentThread } from '../../../ui/CommentThread.tsx'
import type { PageHead } from '../../../ui/Page.tsx'
import { Neighbours } from '../../../ui/Neighbours.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { TagList } from '../../../ui/TagList.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { TrustedHtml } from '../../../ui/Trusted.tsx'
import { plural } from '../../../ui/words.ts'
import type { HeadingFound } from '../../../writing/index.ts'
import type { ShownEntry } from '../addresses.ts'
import { CommentFields } from '../../comments/pages/CommentFields.tsx'
import { threaded } from '../../comments/threads.tsx'
import type { Companions } from '../companions.ts'
import { AppearedIn, FirstPublished } from '../../provenance/pages/WhereaboutsShown.tsx'
import { SeriesNav } from '../../series/pages/SeriesNav.tsx'
import { feedHref } from '../head.ts'
import { standingWords } from '../standing.ts'
import { PostAside } from './PostAside.tsx'

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
  const { notes, comments, provenance, appearances, series } = companions
  return (
    <PublicLayout head={head} site={site} path={entry.href}>
      <Article
        title={entry.title}
        lang={entry.lang}
        crumbs={[
          { label: 'Home', href: '/' },
          { label: 'Posts', href: '/posts' },
        ]}
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
        {series && <SeriesNav series={series} here={entry.id} />}
        {provenance && <FirstPublished {...provenance} />}
        {notes.length > 0 && <UpdateNotes notes={notes} zone={zone} />}
        <Prose html={html} lang={entry.lang} />
        {appearances.length > 0 && <AppearedIn appearances={appearances} />}
        <Filed companions={companions} />
        <Neighbours of="post" older={companions.older} newer={companions.newer} />
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

const Comments = ({ site, entry, companions: { comments, takesComments }, zone }: EntryPageProps) =>
  comments.length === 0 && !takesComments ? null : (
    <section id="comments" class="stack" aria-labelledby="comments-title">
      <h2 id="comments-title">{comments.length ? plural(comments.length, 'comment') : 'Comments'}</h2>
      {comments.length > 0 && (
        <>
          <CommentThread comments={threaded(comments, { group: site.name, open: takesComments })} zone={zone} />
          <p class="meta">
            <a href={feedHref(entry.href)}>Follow these comments by web feed</a>
          </p>
        </>
      )}
      {takesComments ? (
        <section class="stack" aria-labelledby="comment-title">
          <h3 id="comment-title">Write a comment</h3>
          <CommentFields entryId={entry.id} />
        </section>
      ) : (
        <p class="meta">Comments on this post are closed.</p>
      )}
    </section>
  )
