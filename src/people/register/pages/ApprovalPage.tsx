import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Approval } from '../approvals.ts'
import { HOME } from '../asking.ts'

interface Props {
  frame: OfficeFrame
  zone: string
  approval: Approval
  /** Whoever asked looks at their own question. */
  own: boolean
}

/** Another officer wants to take out the whole register: who, why, yes or no. */
export const ApprovalPage = ({ frame, zone, approval: { id, asker, askedAt, reason, state }, own }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'May the register be taken out?' }}>
    <PageTitle
      title="May the register be taken out?"
      crumbs={[{ label: 'Register', href: HOME }, { label: 'Second word' }]}
      sentence="More than half of it, with email, telephone and addresses, as a file on somebody’s computer."
    />
    <div class="dash">
      <Card span={8} padded>
        <FactsList
          facts={[
            ['Who asks', asker],
            ['When', <Time at={askedAt} zone={zone} as="dayAndTime" />],
            ['What for', <span class="as-typed">{reason}</span>],
          ]}
        />
        <p>Ask them yourself first, by telephone or face to face. Say yes only to what you would answer for.</p>
        {state === 'asked' && !own ? (
          <form class="row" method="post" action={`${HOME}/export/approvals/${id}`}>
            <Button name="answer" value="yes">
              Allow it once
            </Button>
            <Button name="answer" value="no" tone="alt">
              Say no
            </Button>
          </form>
        ) : (
          <p>
            <b>{own ? 'Another officer has to answer this.' : 'This was allowed.'}</b>
          </p>
        )}
      </Card>
    </div>
  </OfficeLayout>
)
