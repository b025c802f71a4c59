import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { Erasure } from '../../../platform/slice.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Person } from '../../persons.ts'
import type { Approval } from '../approvals.ts'
import { ErasureTold } from './ErasureTold.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  /** The officer who looks. */
  me: string
  person: Person
  told: readonly Erasure[]
  /** Why it cannot be done now. */
  hindered: string | null
  approval: Approval | null
  typed?: Typed
  errors?: Errors
}

/** What would go and what would stay, before anything does. */
export const ErasurePage = (props: Props) => {
  const { frame, person, told, hindered, approval, errors } = props
  return (
    <OfficeLayout {...frame} head={{ title: `Erase ${person.name}`, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={`Erase ${person.name}`}
        crumbs={[
          { label: 'Requests', href: '/office/requests' },
          { label: 'Erasures', href: '/office/requests/erasures' },
          { label: person.name },
        ]}
        sentence="This is a trial run: nothing has gone yet."
      />
      <div class="dash">
        <div class="c8 stack-l">
          <ErasureTold told={told} />
        </div>
        <div class="c4 stack-l">
          {hindered ? (
            <Notice tone="warn">
              <p>{hindered}</p>
            </Notice>
          ) : approval ? (
            <UnderWay {...props} approval={approval} />
          ) : (
            <Ask {...props} />
          )}
        </div>
      </div>
    </OfficeLayout>
  )
}

const Ask = ({ person, typed, errors }: Props) => (
  <Card labelledby="ask">
    <CardHead title="Ask another officer" id="ask" />
    <form class="pad stack" method="post" action={`/office/requests/erasures/${person.id}/approval`} novalidate>
      <p>Deleting somebody for good needs two of you. It cannot be undone.</p>
      <TextArea
        name="reason"
        label="Why should they be erased?"
        hint="The other officer reads this. It goes with the record."
        rows={3}
        value={typedText(typed, 'reason')}
        error={errors?.['reason']}
      />
      <Button tone="danger">Ask for the erasure</Button>
    </form>
  </Card>
)

const UnderWay = ({ approval, me, zone }: Props & { approval: Approval }) => {
  const { id, state, askedBy, askedByName, askedAt, answeredByName, reason } = approval
  return (
    <Card labelledby="word">
      <CardHead title={state === 'given' ? 'Agreed' : 'A second officer’s word'} id="word" />
      <div class="pad stack">
        <p>
          {askedByName} asked on <Time at={askedAt} zone={zone} />: {reason}
        </p>
        {state === 'given' && <p>{answeredByName} agreed. It is good for 30 days, once.</p>}
        {state === 'asked' && askedBy === me && <p>You asked: only another officer can agree.</p>}
        <form class="stack" method="post" action="/office/requests/erasures/decisions">
          <input type="hidden" name="id" value={id} />
          {state === 'given' && (
            <>
              <p>
                <b>This cannot be undone.</b> What you see under “This goes” is gone at once.
              </p>
              <Button name="to" value="done" tone="danger" icon="trash-2">
                Erase for good
              </Button>
            </>
          )}
          {state === 'asked' && askedBy !== me && (
            <div class="row">
              <Button name="to" value="given">
                I agree
              </Button>
              <Button name="to" value="refused" tone="alt">
                I do not agree
              </Button>
            </div>
          )}
          {(state === 'given' || askedBy === me) && (
            <Button name="to" value="withdrawn" tone="ghost">
              Take it back
            </Button>
          )}
        </form>
      </div>
    </Card>
  )
}
