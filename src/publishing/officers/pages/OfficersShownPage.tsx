import { Empty } from '../../../ui/Empty.tsx'
import type { PageHead } from '../../../ui/Page.tsx'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'
import { list } from '../../../ui/words.ts'
import type { ShownOfficer } from '../officers.ts'

interface Props {
  head: PageHead
  site: PublicSite
  officers: readonly ShownOfficer[]
}

/** Who runs the group, as far as they agreed to be named. */
export const OfficersShownPage = ({ head, site, officers }: Props) => (
  <PublicLayout head={head} site={site} path="/officers">
    <div class="wrap">
      <PageTop
        title="Our officers"
        lede="Members who were chosen to do the work."
        crumbs={[{ label: 'Home', href: '/' }, { label: 'Our officers' }]}
      />
      {officers.length === 0 ? (
        <Empty icon="users" title="Nobody is named here" sentence="Officers appear here when they agree to be named." />
      ) : (
        <ul class="officers" role="list">
          {officers.map(({ name, offices, biography, photoHref }) => (
            <li class="card">
              {photoHref && <img src={photoHref} alt={name} width={200} height={200} loading="lazy" />}
              <div>
                <h2>{name}</h2>
                <p class="meta">{list(offices)}</p>
                {paragraphs(biography).map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  </PublicLayout>
)

const paragraphs = (text: string): readonly string[] => text.split(/\n{2,}/).filter((one) => one.trim())
