import type { PageHead } from '../../../ui/Page.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import type { ShownSeries } from '../shown.ts'

interface Props {
  head: PageHead
  site: PublicSite
  series: ShownSeries
}

/** One series, its parts in order. */
export const SeriesPage = ({ head, site, series: { name, about, href, parts } }: Props) => (
  <PublicLayout head={head} site={site} path={href}>
    <div class="wrap">
      <PageTop
        title={name}
        lede={about || undefined}
        crumbs={[{ label: 'Home', href: '/' }, { label: 'Series', href: '/series' }, { label: name }]}
      />
      <div class="prose">
        <ol>
          {parts.map((part) => (
            <li>
              <a href={part.href}>{part.title}</a>
            </li>
          ))}
        </ol>
      </div>
    </div>
  </PublicLayout>
)
