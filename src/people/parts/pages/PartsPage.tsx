import type { Errors, Typed } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { list, number } from '../../../ui/words.ts'
import { type Part, partKindNames } from '../parts.ts'
import { PartFields } from './PartFields.tsx'

interface Props {
  frame: OfficeFrame
  parts: readonly Part[]
  state: 'open' | 'closed'
  mayKeep: boolean
  typed?: Typed
  errors?: Errors
}

export const PARTS = '/office/register/groups'

export const PartsPage = ({ frame, parts, state, mayKeep, typed, errors }: Props) => {
  const [open, closed] = [parts.filter((part) => !part.closedOn), parts.filter((part) => part.closedOn)]
  const shown = state === 'open' ? open : closed
  return (
    <OfficeLayout {...frame} head={{ title: 'Groups', refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title="Local and policy groups"
        sentence="Who works together, where and on what. A coordinator sees the people of their own group only."
        crumbs={[{ label: 'Register', href: '/office/register' }, { label: 'Groups' }]}
      />
      {closed.length > 0 && (
        <SavedViews
          label="Open or closed"
          views={[
            { label: 'Open', href: PARTS, count: open.length, current: state === 'open' },
            { label: 'Closed', href: `${PARTS}?state=closed`, count: closed.length, current: state === 'closed' },
          ]}
        />
      )}
      <div class="dash">
        <Card span={mayKeep ? 8 : 12}>
          {shown.length > 0 ? (
            <DataTable caption="Groups" columns={columns} rows={shown} />
          ) : (
            <Nothing state={state} mayKeep={mayKeep} />
          )}
        </Card>
        {mayKeep && (
          <Card span={4}>
            <CardHead title="Add a group" />
            <form method="post" action={PARTS} novalidate class="pad stack">
              <PartFields typed={typed} errors={errors} />
              <Button>Add the group</Button>
            </form>
          </Card>
        )}
      </div>
    </OfficeLayout>
  )
}

const columns: readonly Column<Part>[] = [
  {
    key: 'name',
    label: 'Group',
    wide: true,
    cell: ({ id, name, about }) => (
      <>
        <a href={`${PARTS}/${id}`}>{name}</a>
        {about && <p class="meta">{about}</p>}
      </>
    ),
  },
  { key: 'kind', label: 'Kind', cell: ({ kind }) => <Chip tone="plain">{partKindNames[kind]}</Chip> },
  {
    key: 'coordinators',
    label: 'Coordinators',
    cell: ({ coordinators, closedOn }) =>
      coordinators.length ? list(coordinators) : closedOn ? '' : <Chip tone="warn">Nobody yet</Chip>,
  },
  { key: 'people', label: 'People', figures: true, cell: ({ people }) => number(people) },
]

const Nothing = ({ state, mayKeep }: Pick<Props, 'state' | 'mayKeep'>) =>
  state === 'closed' ? (
    <Empty icon="users" title="No group is closed" sentence="A group that has ended its work stands here." />
  ) : mayKeep ? (
    <Empty
      icon="users"
      title="No groups yet"
      sentence="A local group is a place; a policy group is a question. Add one, then put people in it."
    />
  ) : (
    <Empty
      icon="users"
      title="No group is yours"
      sentence="The chair or the secretary says which group you coordinate. Its people will stand here."
    />
  )
