import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { plainDay } from '../../../ui/words.ts'
import { kindNames } from '../../kinds.ts'
import { nameOf } from '../../places/lists.ts'
import type { Part as Seen } from '../../visibility.ts'
import type { PartMember } from '../partMembers.ts'
import type { Part } from '../parts.ts'
import type { May } from './PartPage.tsx'
import { PARTS } from './PartsPage.tsx'

interface Props {
  part: Part
  people: readonly PartMember[]
  seen: ReadonlySet<Seen>
  may: May
}

/** Those in a group, with as much of each as the officer's sight has. */
export const PartPeople = ({ part, people, seen, may }: Props) => (
  <DataTable
    caption={`People in ${part.name}`}
    columns={[
      {
        key: 'name',
        label: 'Name',
        wide: true,
        cell: ({ name, email, coordinates }) => (
          <>
            {name} {coordinates && <Chip tone="go">Coordinator</Chip>}
            {seen.has('contact') && email && <p class="meta">{email}</p>}
          </>
        ),
      },
      ...seenColumns.filter(({ shows }) => seen.has(shows)),
      { key: 'from', label: 'Since', cell: ({ from }) => plainDay(from) },
      ...(may.keep || may.appoint ? [actions(part, may)] : []),
    ]}
    rows={people}
  />
)

const seenColumns: readonly (Column<PartMember> & { readonly shows: Seen })[] = [
  { key: 'kind', label: 'Kind', shows: 'kind', cell: ({ kind }) => kindNames[kind] },
  {
    key: 'place',
    label: 'Constituency',
    shows: 'place',
    cell: ({ constituency }) => constituency && nameOf(constituency),
  },
]

const actions = (part: Part, may: May): Column<PartMember> => ({
  key: 'actions',
  label: 'What to do',
  quiet: true,
  cell: ({ id, name, coordinates }) => (
    <div class="row">
      {may.appoint && !part.closedOn && (
        <form method="post" action={`${PARTS}/${part.id}/people/${id}/coordination`}>
          <input type="hidden" name="coordinates" value={coordinates ? 'no' : 'yes'} />
          <Button tone="alt" size="sm">
            {coordinates ? 'End coordinating' : 'Make coordinator'}
            <Unseen>: {name}</Unseen>
          </Button>
        </form>
      )}
      {may.keep && (
        <form method="post" action={`${PARTS}/${part.id}/people/${id}/end`}>
          <Button tone="alt" size="sm">
            Take out<Unseen>: {name}</Unseen>
          </Button>
        </form>
      )}
    </div>
  ),
})
