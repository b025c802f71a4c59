import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Ago, Time } from '../../../ui/Time.tsx'
import type { Recovery } from '../recoveries.ts'

interface Props {
  frame: OfficeFrame
  recovery: Recovery
  /** The one who asks is the one who looks. */
  own: boolean
  at: Date
  zone: string
}

export const RecoveryPage = ({ frame, recovery, own, at, zone }: Props) => (
  <OfficeLayout {...frame} head={{ title: `Help ${recovery.name}` }}>
    <PageTitle
      crumbs={[{ label: 'Officers', href: '/office/officers' }]}
      title={`${recovery.name} asks for help to sign in`}
      sentence={
        <>
          Asked <Ago at={recovery.askedAt} now={at} zone={zone} />. They say that their passkey, their app and their
          recovery codes are lost.
        </>
      }
    />
    <div class="dash">
      <Card span={8}>
        <CardHead title={own ? 'Another officer helps you' : 'Is it them?'} />
        <div class="pad stack">
          {own ? (
            <p>You asked for this yourself. Only another officer can confirm it.</p>
          ) : recovery.state === 'confirmed' ? (
            <Notice tone="ok">
              <p>
                Confirmed. {recovery.name} can start afresh until{' '}
                <Time at={recovery.endsAt} zone={zone} as="dayAndTime" />.
              </p>
            </Notice>
          ) : (
            <Answer recovery={recovery} />
          )}
        </div>
      </Card>
    </div>
  </OfficeLayout>
)

const Answer = ({ recovery: { id, name } }: { recovery: Recovery }) => (
  <>
    <p>
      Somebody who reads {name}’s letters could have asked. So speak to {name} first: in person, or on a telephone
      number you had before. Do not answer by email.
    </p>
    <p>
      If you confirm, {name} has 24 hours to sign in by email. Their passkeys, app and codes are removed then, and they
      set up new ones. Both of you get a letter.
    </p>
    <div class="row">
      <form method="post" action={`/office/officers/recoveries/${id}`}>
        <Button>Help {name} sign in again</Button>
      </form>
      <form method="post" action={`/office/officers/recoveries/${id}/refusal`}>
        <Button tone="danger">It is not them</Button>
      </form>
    </div>
  </>
)
