import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import type { Details } from '../details.ts'
import { MyFrame, type MyProps } from './MyFrame.tsx'

interface Props extends MyProps {
  mine: Details
  /** The new address that has not answered yet. */
  waiting: string | null
  typed?: Typed
  errors?: Errors
}

export const EmailPage = ({ look, said, mine, waiting, typed, errors }: Props) => (
  <MyFrame
    look={look}
    said={said}
    errors={errors}
    title="Your email address"
    lede={mine.email ? `We write to you at ${mine.email}, and you sign in with it.` : 'We have no address of yours.'}
  >
    {waiting && (
      <Notice>
        <p>A letter went to {waiting}. Nothing changes until you open its link there and press the button.</p>
      </Notice>
    )}
    <form method="post" action="/my/email" novalidate class="stack">
      <Field
        name="email"
        label="New email address"
        type="email"
        autocomplete="email"
        hint="We send a letter there to confirm it, and tell the old address once it has changed."
        value={typedText(typed, 'email')}
        error={errors?.['email']}
      />
      <div class="actions">
        <Button size="lg">Send the letter</Button>
        <a href="/my">Back to my page</a>
      </div>
    </form>
  </MyFrame>
)

const told = {
  waiting: { title: 'Confirm your new address', sentence: 'One press, and we write to you here from now on.' },
  changed: {
    title: 'Your address has changed',
    sentence: 'From now on we write to you here, and you sign in with it.',
  },
  over: {
    title: 'This link no longer works',
    sentence: 'It was used before, it is more than seven days old, or it was cut short in the letter.',
  },
} as const

/** Opening a link does nothing: only the button changes the address, because mail scanners open links. */
export const EmailConfirmPage = ({ look, state, token }: { look: Look; state: keyof typeof told; token: string }) => (
  <PlainLayout head={{ title: told[state].title, noindex: true }} look={look}>
    <div class="stack">
      <h1>{told[state].title}</h1>
      <p class="lede">{told[state].sentence}</p>
      {state === 'waiting' ? (
        <form method="post" action={`/my/email/confirm/${token}`}>
          <Button size="lg">Use this address</Button>
        </form>
      ) : (
        <p>
          <ButtonLink href="/my">Go to my page</ButtonLink>
        </p>
      )}
    </div>
  </PlainLayout>
)
