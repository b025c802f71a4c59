import type { OfficeFrame } from '../../platform/web.ts'
import { Card, CardHead } from '../../ui/Card.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { topics } from '../help/topics.tsx'

export const HelpPage = ({ frame }: { frame: OfficeFrame }) => (
  <OfficeLayout {...frame} head={{ title: 'Help' }}>
    <PageTitle title="Help" sentence="How things are done here, in the order in which you meet them." />
    <div class="beside">
      <nav aria-label="Parts of this page">
        <ul class="contents" role="list">
          {topics.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="stack-l">
        {topics.map(({ id, title, Body }) => (
          <Card labelledby={id}>
            <CardHead title={title} id={id} />
            <div class="pad stack help">
              <Body />
            </div>
          </Card>
        ))}
      </div>
    </div>
  </OfficeLayout>
)
