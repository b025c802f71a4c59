import type { Errors, Typed } from '../../platform/forms.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { list } from '../../ui/words.ts'
import type { OfficeHeld } from '../offices.ts'
import { AppointForm } from './AppointForm.tsx'
import { ComingTable, OfficerTable } from './OfficerTables.tsx'

interface Props {
  frame: OfficeFrame
  /** 'YYYY-MM-DD' */
  today: string
  officers: readonly OfficeHeld[]
  coming: readonly OfficeHeld[]
  patrons: readonly { readonly id: string; readonly name: string }[]
  withFactor: ReadonlySet<string>
  agreed: ReadonlySet<string>
  typed?: Typed
  errors?: Errors
}

export const OfficersPage = ({ frame, today, officers, coming, patrons, withFactor, agreed, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Officers', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <PageTitle
      title="Officers"
      sentence="Who may work in this office. An office begins and ends by itself on its day."
      actions={
        <>
          <ButtonLink href="/office/officers/history" tone="alt" icon="history">
            Who held what
          </ButtonLink>
          <ButtonLink href="/office/officers/vacancies" tone="alt" icon="user-plus">
            Vacancies
          </ButtonLink>
        </>
      }
    />
    <div class="dash">
      <div class="c8 stack-l">
        <Card>
          <CardHead title="In office today" />
          <OfficerTable officers={officers} withFactor={withFactor} agreed={agreed} />
        </Card>
        {coming.length > 0 && (
          <Card>
            <CardHead title="To come" />
            <ComingTable officers={coming} />
          </Card>
        )}
        {patrons.length > 0 && (
          <Card>
            <CardHead title="Patrons" />
            <p class="pad">
              {list(patrons.map(({ name }) => name))}.{' '}
              <span class="meta">Patrons hold no office and open nothing here.</span>
            </p>
          </Card>
        )}
      </div>
      <Card span={4}>
        <CardHead title="Appoint an officer" />
        <AppointForm typed={typed} errors={errors} today={today} />
      </Card>
    </div>
  </OfficeLayout>
)
