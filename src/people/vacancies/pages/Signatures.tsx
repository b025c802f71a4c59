import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Side } from '../vacancies.ts'
import type { PackProps } from './PackPage.tsx'
import { VACANCIES } from './VacanciesPage.tsx'

/** Both say that it is done: by a press here or on their own page, and by hand on the paper. */
export const Signatures = ({ vacancy, personId, zone }: PackProps) => (
  <Card labelledby="signatures">
    <CardHead title="Signed off by both" id="signatures" />
    <div class="pad signatures">
      <Signature label="Hands it over" side={vacancy.leaves} none="Nobody leaves." {...{ vacancy, personId, zone }} />
      <Signature
        label="Takes it on"
        side={vacancy.comes}
        none="Nobody is chosen yet."
        {...{ vacancy, personId, zone }}
      />
    </div>
  </Card>
)

interface Props extends Pick<PackProps, 'vacancy' | 'personId' | 'zone'> {
  label: string
  side: Side | null
  none: string
}

const Signature = ({ label, side, none, vacancy, personId, zone }: Props) => (
  <div class="stack-s">
    <p>
      <b>{label}</b>
      {side && `: ${side.name}`}
    </p>
    {!side ? (
      <p class="meta without-print">{vacancy.comes ? none : 'Nobody is chosen yet.'}</p>
    ) : side.signedAt ? (
      <p>
        <Chip tone="ok">Signed off</Chip> <Time at={side.signedAt} zone={zone} />
      </p>
    ) : side.personId === personId ? (
      <form method="post" action={`${VACANCIES}/${vacancy.id}/pack/signature`} class="without-print">
        <Button>Sign it off</Button>
      </form>
    ) : (
      <p class="meta without-print">Not yet. They do it here or on their own page.</p>
    )}
    {!side?.signedAt && (
      <div class="in-print">
        <div class="line" />
        <p class="meta">Name, signature and day</p>
      </div>
    )}
  </div>
)
