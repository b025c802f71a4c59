import { roleNames } from '../../platform/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Unseen } from '../../ui/Unseen.tsx'
import { plainDay } from '../../ui/words.ts'
import { mustHaveSecondFactor } from '../factors/rules.ts'
import type { OfficeHeld } from '../offices.ts'

interface Props {
  officers: readonly OfficeHeld[]
  /** Ids of those who have a passkey or an authenticator. */
  withFactor: ReadonlySet<string>
  /** Ids of those who agree to be named on the website. */
  agreed: ReadonlySet<string>
}

export const OfficerTable = ({ officers, withFactor, agreed }: Props) => (
  <DataTable
    caption="Officers today"
    columns={[
      { ...who, cell: (office) => <Who office={office} factor={withFactor.has(office.personId)} /> },
      {
        key: 'role',
        label: 'Office',
        cell: ({ role, personId }) => (
          <>
            {roleNames[role]} {agreed.has(personId) && <Chip tone="go">On the website</Chip>}
          </>
        ),
      },
      term,
      ends('End'),
    ]}
    rows={officers}
  />
)

export const ComingTable = ({ officers }: { officers: readonly OfficeHeld[] }) => (
  <DataTable caption="Officers to come" columns={[who, office, term, ends('Take back')]} rows={officers} />
)

const who: Column<OfficeHeld> = {
  key: 'name',
  label: 'Name',
  cell: ({ id, name }) => <a href={`/office/officers/${id}`}>{name}</a>,
}
const office: Column<OfficeHeld> = { key: 'role', label: 'Office', cell: ({ role }) => roleNames[role] }
const term: Column<OfficeHeld> = {
  key: 'term',
  label: 'Since, and where it was decided',
  wide: true,
  cell: ({ from, to, minute }) => (
    <>
      {to ? `${plainDay(from)} to ${plainDay(to)}` : `Since ${plainDay(from)}`}
      <p class="meta">{minute ?? 'No minute noted'}</p>
    </>
  ),
}

const Who = ({ office: { id, name, email, role }, factor }: { office: OfficeHeld; factor: boolean }) => (
  <>
    <a href={`/office/officers/${id}`}>{name}</a>
    <p class="meta">{email}</p>
    <FactorChip has={factor} required={mustHaveSecondFactor({ roles: new Set([role]) })} />
  </>
)

const FactorChip = ({ has, required }: { has: boolean; required: boolean }) =>
  has ? (
    <Chip tone="ok">Passkey or app</Chip>
  ) : (
    <Chip tone={required ? 'warn' : 'plain'}>{required ? 'Needs a passkey or app' : 'Letter only'}</Chip>
  )

const ends = (label: string): Column<OfficeHeld> => ({
  key: 'end',
  label: 'End the office',
  quiet: true,
  cell: ({ id, name, role }) => (
    <form method="post" action={`/office/officers/${id}/end`}>
      <Button tone="alt" size="sm">
        {label}
        <Unseen>
          {' '}
          {name}’s office of {roleNames[role]}
        </Unseen>
      </Button>
    </form>
  ),
})
