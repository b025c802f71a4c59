import { typedText } from '../../../platform/forms.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { CheckboxGroup } from '../../../ui/Choices.tsx'
import type { RequestKind } from '../requestKinds.ts'
import { purposeOptions } from './purposeOptions.ts'
import type { RequestProps } from './RequestPage.tsx'

/** What this kind of request asks of an officer, with the button that does it. */
export const WhatToDoCard = (props: RequestProps) => {
  const { what, Body } = kinds[props.request.kind]
  return (
    <Card labelledby="do">
      <CardHead title="What to do" id="do" />
      <div class="pad stack">
        {props.request.channel !== 'my_page' && (
          <p>
            <b>Is it them?</b> Make sure first that nobody asks for somebody else: write to the address you know, or
            ring the number you have.
          </p>
        )}
        <p>{what}</p>
        <Body {...props} />
      </div>
    </Card>
  )
}

const Access = ({ request }: RequestProps) => (
  <div class="row">
    <ButtonLink href={`/office/requests/${request.id}/copy`} tone="alt" icon="file-text">
      See the copy
    </ButtonLink>
    <ButtonLink href={`/office/requests/${request.id}/copy.json`} tone="ghost" icon="download" download>
      Download it
    </ButtonLink>
  </div>
)

const Erasure = ({ request, approval }: RequestProps) => (
  <div class="row">
    <ButtonLink href={`/office/requests/erasures/${request.personId}`} tone="alt" icon="trash-2">
      {approval ? 'See how far the erasure is' : 'See what would go'}
    </ButtonLink>
  </div>
)

const Restriction = ({ request }: RequestProps) =>
  request.restrictedAt ? (
    <form class="stack-s" method="post" action={`/office/requests/${request.id}/restriction/end`}>
      <p>The record is restricted now. End it when it is settled, and tell them before you do.</p>
      <Button tone="alt">End the restriction</Button>
    </form>
  ) : (
    <form method="post" action={`/office/requests/${request.id}/restriction`}>
      <Button tone="alt" icon="lock">
        Restrict the record
      </Button>
    </form>
  )

const Objection = ({ request, objected, typed, errors }: RequestProps) => {
  const asked = typed?.['purposes'] ?? [...objected, ...request.purposes]
  return (
    <form class="stack" method="post" action={`/office/requests/${request.id}/objections`} novalidate>
      <CheckboxGroup
        name="purposes"
        label="What should stop?"
        hint="What is ticked stops, or has stopped. Only the person can say yes to it again."
        options={purposeOptions}
        values={typeof asked === 'string' ? [typedText(typed, 'purposes')!] : asked}
        error={errors?.['purposes']}
      />
      <Button tone="alt">Stop these</Button>
    </form>
  )
}

const Nothing = () => null

const kinds: Readonly<
  Record<
    RequestKind,
    { readonly what: string; readonly Body: (props: RequestProps) => ReturnType<typeof Access> | null }
  >
> = {
  access: {
    what: 'The copy is made already, from everything Backbench holds. Look through it, then answer: they read it after signing in.',
    Body: Access,
  },
  erasure: {
    what: 'See what would go and what must stay, and why. Another officer must agree before anything goes.',
    Body: Erasure,
  },
  restriction: {
    what: 'A restricted record stays as it is and is not used: nobody is written to, and no list names them.',
    Body: Restriction,
  },
  objection: {
    what: 'To letters that ask for something, anybody may say no at any time, without a reason. It must stop at once.',
    Body: Objection,
  },
  correction: {
    what: 'Open their record in the register and put it right. If you think it is right as it stands, say so in your answer, and note there that they see it differently.',
    Body: Nothing,
  },
  complaint: {
    what: 'Find out what happened. Tell them what you found and what you have done. A complaint about you yourself should be answered by another officer.',
    Body: Nothing,
  },
}
