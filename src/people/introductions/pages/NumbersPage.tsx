import type { OfficeFrame } from '../../../platform/web.ts'
import { Kpi } from '../../../ui/Kpi.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { number } from '../../../ui/words.ts'
import type { Numbers } from '../numbers.ts'

/** All that officers see of introductions. */
export const NumbersPage = ({ frame, numbers }: { frame: OfficeFrame; numbers: Numbers }) => (
  <OfficeLayout {...frame} head={{ title: 'Introductions' }}>
    <PageTitle
      title="Introductions"
      sentence="Members who asked to meet others, in the last twelve months. Who they are is between them."
      crumbs={[{ label: 'Register', href: '/office/register' }, { label: 'Introductions' }]}
    />
    <div class="dash">
      <Kpi span={4} label="Asked" figure={number(numbers.asks)} sentence="Times a member asked to meet others." />
      <Kpi
        span={4}
        label="Letters"
        figure={number(numbers.letters)}
        sentence="No more than three a month to anybody."
      />
      <Kpi
        span={4}
        label="Introduced"
        figure={number(numbers.yes)}
        sentence="Both said yes, and know each other’s address."
      />
    </div>
  </OfficeLayout>
)
