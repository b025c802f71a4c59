import { Empty } from '../../../ui/Empty.tsx'
import type { PageHead } from '../../../ui/Page.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { plainDay } from '../../../ui/words.ts'
import type { Placed } from '../shown.ts'
import { Outlet } from './WhereaboutsShown.tsx'

interface Props {
  head: PageHead
  site: PublicSite
  placed: readonly Placed[]
}

/** Where texts of the group's appeared elsewhere, by year. */
export const PlacedPage = ({ head, site, placed }: Props) => (
  <PublicLayout head={head} site={site} path="/appeared-in">
    <div class="wrap">
      <PageTop
        title="Where our words appeared"
        lede="Articles and letters of ours in newspapers, magazines and on other websites."
        crumbs={[{ label: 'Home', href: '/' }, { label: 'Appeared in' }]}
      />
      <div class="prose">
        {placed.length === 0 && (
          <Empty icon="newspaper" title="Nothing here yet" sentence="What we place elsewhere will be listed here." />
        )}
        {years(placed).map(({ year, placed: those }) => (
          <section>
            <h2>{year}</h2>
            <ul>
              {those.map((one) => (
                <li>
                  <a href={one.path}>{one.title}</a>
                  <br />
                  <Outlet {...one} />, {plainDay(one.on)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  </PublicLayout>
)

function years(placed: readonly Placed[]): readonly { year: string; placed: readonly Placed[] }[] {
  return [...new Set(placed.map(({ on }) => on.slice(0, 4)))].map((year) => ({
    year,
    placed: placed.filter(({ on }) => on.startsWith(year)),
  }))
}
