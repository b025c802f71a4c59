import { Chip } from '../../../ui/Chip.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PostList } from '../../../ui/PostList.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { Time } from '../../../ui/Time.tsx'
import { plural } from '../../../ui/words.ts'
import { FEED } from '../letterFeed.tsx'
import { LETTERS_A_PAGE, type ListedLetter } from '../shownLetters.ts'

interface Props {
  site: PublicSite
  zone: string
  origin: string
  letters: readonly ListedLetter[]
  total: number
  page: number
}

const hrefOf = (page: number): string => (page === 1 ? '/letters' : `/letters?page=${page}`)

/** All letters that went out and that this reader may read. */
export const LettersPage = ({ site, zone, origin, letters, total, page }: Props) => (
  <PublicLayout
    head={{
      title: 'Our letters',
      description: `Newsletters of ${site.name}, newest first.`,
      canonical: origin + hrefOf(page),
      feeds: [{ href: FEED, title: `${site.name}: letters`, type: 'application/atom+xml' }],
    }}
    site={site}
    path="/letters"
  >
    <div class="wrap">
      <PageTop
        title="Our letters"
        lede={`What ${site.name} wrote to its readers, newest first.`}
        crumbs={[{ label: 'Home', href: '/' }, { label: 'Letters' }]}
      />
      <div class="listing">
        <section aria-label="Letters">
          {letters.length === 0 ? (
            <Empty
              icon="mail"
              title="No letters here yet"
              sentence="Our newsletters will stand here once they have gone out."
            />
          ) : (
            <>
              <p class="meta">{plural(total, 'letter')}</p>
              <PostList posts={letters.map((letter) => summaryOf(letter, zone))} />
              <Pager
                page={page}
                pages={Math.ceil(total / LETTERS_A_PAGE)}
                href={hrefOf}
                loose
                previous="Newer letters"
                next="Older letters"
              />
            </>
          )}
        </section>
        <aside aria-label="Get them" class="stack-l">
          {site.join && (
            <section class="stack-s">
              <h2>Get them by email</h2>
              <p>
                <a href={site.join.href}>{site.join.label}</a>, and say yes to the newsletter.
              </p>
            </section>
          )}
          <p>
            <a href={FEED}>Follow our letters by web feed</a>
          </p>
        </aside>
      </div>
    </div>
  </PublicLayout>
)

const summaryOf = ({ slug, subject, preview, membersOnly, sentAt }: ListedLetter, zone: string) => ({
  title: subject,
  href: `/letters/${slug}`,
  extract: preview,
  meta: [<Time at={sentAt} zone={zone} />, membersOnly && <Chip tone="info">For members</Chip>],
})
