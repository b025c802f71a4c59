import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { number, plural } from '../../../ui/words.ts'
import type { SendingFacts } from '../sendingFacts.ts'

/** Stopping is for good, so it is asked once. */
export const StopPage = ({ frame, facts: { letter, outcome } }: { frame: OfficeFrame; facts: SendingFacts }) => {
  const home = `/office/letters/${letter.id}`
  return (
    <OfficeLayout {...frame} head={{ title: `Stop it?: ${letter.subject}` }}>
      <PageTitle
        title="Stop this letter for good?"
        crumbs={[
          { label: 'Letters', href: '/office/letters' },
          { label: letter.subject, href: `${home}/sending` },
          { label: 'Stop it' },
        ]}
      />
      <Card padded>
        <div class="stack">
          <p>
            {plural(outcome.waiting, 'reader does', 'readers do')} not get it. The {number(outcome.accepted)} who have
            it keep it: what has left cannot be fetched back. A letter that is paused can go on; one that is stopped
            cannot.
          </p>
          <form method="post" action={`${home}/stop`} class="row">
            <Button tone="danger">Stop it for good</Button>
            <ButtonLink href={`${home}/sending`} tone="ghost">
              Leave it as it is
            </ButtonLink>
          </form>
        </div>
      </Card>
    </OfficeLayout>
  )
}
