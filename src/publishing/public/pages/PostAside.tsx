import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { EntryPageProps } from './PostPage.tsx'

/** Beside a post: its parts when it is long, who wrote it, and what a reader can do next. */
export const PostAside = ({ site, entry, headings }: EntryPageProps) => (
  <div class="stack">
    {headings.length > 2 && (
      <nav class="toc" aria-label="In this post">
        <Card look="aside" padded>
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
      <Card look="aside" padded>
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
