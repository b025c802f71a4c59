import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { HOME } from '../asking.ts'
import type { Body } from '../bodies.ts'
import type { Desk } from '../desks.ts'
import type { Candidate } from '../picking.ts'
import type { Refused } from '../recordRoutes.tsx'
import { BodyFields } from './BodyFields.tsx'
import { DeskCell } from './DeskCell.tsx'
import { NewDeskCard } from './NewDeskCard.tsx'
import { plainDay } from '../../../ui/words.ts'

interface Props {
  frame: OfficeFrame
  body: Body
  desks: readonly Desk[]
  keeps: boolean
  refused?: Refused | undefined
  choice: readonly Candidate[]
}

/** A partner body with the people at its desks. */
export const BodyPage = ({ frame, ...props }: Props) => {
  const { body, desks, keeps, refused } = props
  return (
    <OfficeLayout {...frame} head={{ title: body.name, refused: refused !== undefined }}>
      <ErrorSummary errors={refused?.errors} />
      <PageTitle
        title={body.name}
        crumbs={[
          { label: 'Register', href: HOME },
          { label: 'Partner bodies', href: `${HOME}/bodies` },
          { label: body.name },
        ]}
        sentence={
          <>
            {body.about}
            {body.website && (
              <>
                {' '}
                <a href={body.website}>{new URL(body.website).host}</a>
              </>
            )}
          </>
        }
      />
      <div class="dash">
        <Card span={keeps ? 8 : 12} labelledby="desks">
          <CardHead title="At its desks" id="desks" />
          {desks.length ? <Desks {...props} /> : <NoDesks />}
        </Card>
        {keeps && (
          <div class="c4 stack">
            <NewDeskCard {...props} />
            <Change {...props} />
          </div>
        )}
      </div>
    </OfficeLayout>
  )
}

type Shown = Omit<Props, 'frame'>

const Desks = ({ desks, keeps, refused }: Shown) => (
  <DataTable
    caption="Desks"
    rows={desks}
    columns={[
      {
        key: 'who',
        label: 'Who',
        wide: true,
        cell: ({ personId, name }) => (
          <a class="rowlink" href={`${HOME}/${personId}`}>
            {name}
          </a>
        ),
      },
      { key: 'title', label: 'Desk', wide: true, cell: (desk) => <DeskCell {...{ desk, keeps, refused }} /> },
      {
        key: 'since',
        label: 'Since',
        cell: ({ from, to }) => (to ? `${plainDay(from)} to ${plainDay(to)}` : plainDay(from)),
      },
    ]}
  />
)

const NoDesks = () => (
  <Empty icon="users" title="Nobody sits here yet" sentence="Whom you know at this body appears here." level={3} />
)

const Change = ({ body, desks, refused }: Shown) => (
  <Card padded>
    <InlineEdit
      whole
      shown="Change the body"
      purpose="change its name, website or words"
      action={`${HOME}/bodies/${body.id}`}
      open={refused?.fact === 'body'}
    >
      <BodyFields body={body} refused={refused?.fact === 'body' ? refused : undefined} />
    </InlineEdit>
    {desks.length === 0 && (
      <form method="post" action={`${HOME}/bodies/${body.id}/removal`}>
        <Button tone="ghost" icon="trash-2">
          Delete the body
        </Button>
      </form>
    )}
  </Card>
)
