import { Chip, type ChipTone } from '../../../ui/Chip.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { kindNames, type Status, statuses, statusNames } from '../../kinds.ts'
import { nameOf } from '../../places/lists.ts'
import type { Part } from '../../visibility.ts'
import { HOME } from '../asking.ts'
import type { Eyes } from '../eyes.ts'
import type { Listed } from '../list.ts'
import { plainDay } from '../../../ui/words.ts'

interface Looks {
  readonly eyes: Eyes
  /** Whether the officer changes the register. */
  readonly keeps: boolean
  /** The filter of this page, to come back to it. */
  readonly back: string
}

interface SeenColumn extends Column<Listed> {
  /** What an officer must see of somebody to be shown it at all. */
  readonly part: Part
}

/** What the list tells of each person: only columns of which this officer sees something. */
export const columnsOf = ({ eyes, ...looks }: Looks): readonly Column<Listed>[] =>
  columns(looks).filter(({ part }) => eyes.part(part))

const columns = (looks: Omit<Looks, 'eyes'>): readonly SeenColumn[] => [
  { key: 'name', part: 'name', label: 'Name', wide: true, sortable: true, cell: (person) => <Name {...person} /> },
  { key: 'status', part: 'kind', label: 'Status', cell: (person) => <StatusCell person={person} {...looks} /> },
  {
    key: 'council',
    part: 'place',
    label: 'Council area',
    cell: ({ council }) => (council ? (nameOf(council) ?? council) : '–'),
  },
  { key: 'offers', part: 'topics', label: 'Offers', cell: ({ offers }) => offers.join(', ') || '–' },
  {
    key: 'renews',
    part: 'membership',
    label: 'Renews',
    sortable: true,
    cell: ({ renewsOn }) => (renewsOn ? <span class="nowrap">{plainDay(renewsOn)}</span> : '–'),
  },
]

const Name = ({ id, name, kind, email, restricted, sees }: Listed) => (
  <>
    <a class="rowlink" href={`${HOME}/${id}`}>
      {name}
    </a>
    {restricted ? (
      <Chip tone="warn">Held, not used</Chip>
    ) : (
      <span class="meta">
        {kind !== 'member' && kindNames[kind]}
        {kind !== 'member' && sees.has('contact') && ' · '}
        {sees.has('contact') && (email ?? 'No email: post only')}
      </span>
    )}
  </>
)

export const statusTones: Readonly<Record<Status, ChipTone>> = { current: 'ok', lapsed: 'warn', left: 'plain' }

const StatusCell = ({ person, keeps, back }: { person: Listed } & Omit<Looks, 'eyes'>) => {
  const { id, name, status, restricted } = person
  const chip = <Chip tone={statusTones[status]}>{statusNames[status]}</Chip>
  if (!keeps || restricted) return chip
  return (
    <InlineEdit shown={chip} purpose={`change the status of ${name}`} action={`${HOME}/${id}/status`}>
      <input type="hidden" name="back" value={back} />
      <SelectField
        name="status"
        id={`status-${id}`}
        label={`Status of ${name}`}
        quiet
        options={statuses.map((value) => ({ value, label: statusNames[value] }))}
        value={status}
      />
    </InlineEdit>
  )
}
