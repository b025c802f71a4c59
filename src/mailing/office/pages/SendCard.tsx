import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import type { Blocker } from '../blockers.ts'
import { sendersOnly } from '../../permissions.ts'
import type { SendingProps } from './SendingPage.tsx'

/** The ways to send a draft, or what stands in the way. */
export const SendCard = (props: SendingProps) => {
  const { facts, maySend } = props
  if (facts.blockers.length) return <Blockers blockers={facts.blockers} />
  return (
    <Card>
      <CardHead title="Send it" />
      {maySend ? <Ways {...props} /> : <p class="pad">{sendersOnly} It is ready for one of them to send.</p>}
    </Card>
  )
}

const Blockers = ({ blockers }: { blockers: readonly Blocker[] }) => (
  <Card>
    <CardHead title="Before it can be sent" />
    <ul class="told" role="list">
      {blockers.map(({ sentence, mend }) => (
        <li>
          {sentence} <a href={mend.href}>{mend.label}</a>
        </li>
      ))}
    </ul>
  </Card>
)

/** Nothing is sent from here: each way leads to a page that asks once more. */
const Ways = ({ facts: { letter }, zone, typed, errors }: SendingProps) => {
  const check = `/office/letters/${letter.id}/sending/check`
  return (
    <div class="pad stack-l">
      <form method="get" action={check} class="stack-s">
        <p>It goes out in five minutes. Until then you can call it back.</p>
        <Button icon="send">Send it now</Button>
      </form>
      <form method="get" action={check} novalidate class="stack-s">
        <input type="hidden" name="later" value="yes" />
        <Field
          name="at"
          type="datetime-local"
          label="Or at a day and time"
          hint={`As clocks show it in ${zone.replace(/^.*\//, '').replaceAll('_', ' ')}.`}
          value={typedText(typed, 'at')}
          error={errors?.['at']}
        />
        <Button tone="alt" icon="clock">
          Send it then
        </Button>
      </form>
      <p class="meta">Either way you see once more what will happen before you decide.</p>
    </div>
  )
}
