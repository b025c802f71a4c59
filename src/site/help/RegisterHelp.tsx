import { register } from '../../people/index.ts'
import { type Role, roleNames, roles } from '../../platform/roles.ts'
import { DataTable } from '../../ui/DataTable.tsx'

/** How the register is kept, with the table that decides who sees what of it. */
export const RegisterHelp = () => (
  <>
    <p>
      The register holds everybody the group knows: members, supporters, people in Parliament and councils, partners and
      press. Look for them by name, email, postcode or a word in a note. Narrow the list with filters, and keep what you
      often need as a view: its number stands beside its name.
    </p>
    <ul>
      <li>Change a fact where it stands: open it, type, save. Tick several people to change them together.</li>
      <li>Whoever opens a record is noted once a day. The person sees it on their own page.</li>
      <li>
        A yes on paper or by telephone is recorded under “Agreed to”, with what shows it. A no stands until the person
        takes it back themselves.
      </li>
      <li>Notes belong to what is held: the person reads them when they ask.</li>
      <li>
        A list that is taken out needs a reason. More than half of the register with addresses needs a second officer’s
        word, which is good once and for a week.
      </li>
    </ul>
    <DataTable
      caption="Who sees what"
      showCaption
      rows={roles}
      columns={[
        { key: 'office', label: 'Office', cell: (role) => roleNames[role] },
        { key: 'whose', label: 'Whose records', cell: (role) => WHOSE[register.sights[role].reach] },
        { key: 'what', label: 'What of them', wide: true, cell: whatOf },
      ]}
    />
  </>
)

const WHOSE: Readonly<Record<register.Reach, string>> = {
  everybody: 'Everybody’s',
  'public office': 'Those in Parliament, councils and boards',
  'own parts': 'People of the groups they coordinate',
  nobody: 'Nobody’s',
}

function whatOf(role: Role): string {
  const { parts } = register.sights[role]
  if (parts.size === register.parts.length) return 'Everything'
  const names = register.parts.filter((part) => parts.has(part)).map((part) => register.partNames[part])
  return names.length ? names.join(' · ') : 'Nothing'
}
