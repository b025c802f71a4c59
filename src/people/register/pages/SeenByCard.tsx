import { type Role, roleNames, roles } from '../../../platform/roles.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import type { Kind } from '../../kinds.ts'
import { partNames, publicOffice, type Reach, sights } from '../../visibility.ts'

const ofPublicOffice = new Set<Kind>(publicOffice)

/** Which offices see this record, and how much of it: the same table that decides. */
export const SeenByCard = ({ kind }: { kind: Kind }) => (
  <Card labelledby="seen-by">
    <CardHead title="Who may see this" id="seen-by" />
    <ul class="pad stack-s" role="list">
      {roles
        .filter((role) => reaches(sights[role].reach, kind))
        .map((role) => (
          <li>
            <b>{roleNames[role]}</b>
            <br />
            <span class="meta">{seenBy(role)}</span>
          </li>
        ))}
      <li class="meta">They themselves see all of it, and who opened it when.</li>
    </ul>
  </Card>
)

const reaches = (reach: Reach, kind: Kind): boolean =>
  reach === 'everybody' || reach === 'own parts' || (reach === 'public office' && ofPublicOffice.has(kind))

function seenBy(role: Role): string {
  const { reach, parts } = sights[role]
  const names = Object.entries(partNames).filter(([part]) => parts.has(part as keyof typeof partNames))
  const what = names.length === Object.keys(partNames).length ? 'Everything' : names.map(([, name]) => name).join(' · ')
  return reach === 'own parts' ? `If they coordinate this person’s group: ${what}` : what
}
