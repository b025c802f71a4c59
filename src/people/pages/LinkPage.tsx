import { Button, ButtonLink } from '../../ui/Button.tsx'
import type { Look } from '../../ui/Page.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'

interface Props {
  look: Look
  state: 'same browser' | 'elsewhere' | 'over'
  token: string
}

/** Opening a link does nothing: only the button signs in, because mail scanners open links. */
export const LinkPage = ({ look, state, token }: Props) => (
  <PlainLayout head={{ title: 'Sign in', noindex: true }} look={look}>
    {state === 'over' ? (
      <>
        <h1>This link no longer works</h1>
        <p class="lede">It has been used, or it is more than 15 minutes old.</p>
        <ButtonLink href="/sign-in">Ask for a new one</ButtonLink>
      </>
    ) : (
      <form method="post" action={`/sign-in/link/${token}`} class="stack">
        <h1>Sign in</h1>
        {state === 'elsewhere' && (
          <p class="lede">
            You asked in another browser or on another device. You can type the code from the letter there, or go on
            here.
          </p>
        )}
        <Button size="lg">{state === 'elsewhere' ? 'Sign in on this device' : 'Sign in'}</Button>
      </form>
    )}
  </PlainLayout>
)
