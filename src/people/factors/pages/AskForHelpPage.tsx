import { Button } from '../../../ui/Button.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'

export const AskForHelpPage = ({ look, helpers }: { look: Look; helpers: number }) => (
  <PlainLayout head={{ title: 'Help to sign in again', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>Help to sign in again</h1>
      {helpers > 0 ? (
        <>
          <p class="lede">Another officer can say that it is you. It takes both of you, so nobody else can do it.</p>
          <ol class="stack-s plain-steps">
            <li>You ask here. The chair and the secretary get a letter.</li>
            <li>One of them speaks to you and confirms it.</li>
            <li>You sign in by email within 24 hours and start afresh with a new passkey.</li>
          </ol>
          <form method="post" action="/sign-in/recovery">
            <Button>Ask for help</Button>
          </form>
        </>
      ) : (
        <p class="lede">
          No other officer can help here. Ask whoever runs this website: they can make a link that signs you in once.
        </p>
      )}
      <p>
        <a href="/sign-in/second-step">Back to signing in</a>
      </p>
    </div>
  </PlainLayout>
)
