import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { plural } from '../../../ui/words.ts'
import { HOME } from '../asking.ts'
import type { ListedBody } from '../bodies.ts'
import type { Refused } from '../recordRoutes.tsx'
import { BodyFields } from './BodyFields.tsx'

interface Props {
  frame: OfficeFrame
  listed: readonly ListedBody[]
  keeps: boolean
  refused?: Refused | undefined
}

export const BodiesPage = ({ frame, listed, keeps, refused }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Partner bodies', refused: refused !== undefined }}>
    <ErrorSummary errors={refused?.errors} />
    <PageTitle
      title="Partner bodies"
      crumbs={[{ label: 'Register', href: HOME }, { label: 'Partner bodies' }]}
      sentence="Bodies you work with, and whom to ask there."
    />
    <div class="dash">
      <Card span={keeps ? 8 : 12}>
        {listed.length ? (
          <DataTable
            caption="Partner bodies"
            rows={listed}
            columns={[
              {
                key: 'name',
                label: 'Body',
                wide: true,
                cell: ({ id, name, about }) => (
                  <>
                    <a class="rowlink" href={`${HOME}/bodies/${id}`}>
                      {name}
                    </a>
                    {about && <span class="meta">{about.length > 90 ? `${about.slice(0, 88)}…` : about}</span>}
                  </>
                ),
              },
              {
                key: 'people',
                label: 'At its desks',
                cell: ({ people }) => (people ? plural(people, 'person', 'people') : 'Nobody you see'),
              },
            ]}
          />
        ) : (
          <Empty
            icon="building-2"
            title="No partner bodies yet"
            sentence="Unions, charities and departments you work with appear here, with the people at their desks."
          />
        )}
      </Card>
      {keeps && (
        <Card span={4} labelledby="add-body">
          <CardHead title="Add a body" id="add-body" />
          <form class="pad stack" method="post" action={`${HOME}/bodies`} novalidate>
            <BodyFields refused={refused} />
            <Button>Add the body</Button>
          </form>
        </Card>
      )}
    </div>
  </OfficeLayout>
)
