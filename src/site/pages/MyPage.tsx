import type { Holding } from '../../platform/slice.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { FactsList } from '../../ui/FactsList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Look } from '../../ui/Page.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'
import { plural } from '../../ui/words.ts'

interface Props {
  look: Look
  name: string
  officer: boolean
  /** The offer of a passkey was neither taken nor declined. */
  passkeyOffered: boolean
  holdings: readonly Holding[]
}

export const MyPage = ({ look, name, officer, passkeyOffered, holdings }: Props) => (
  <PlainLayout head={{ title: 'My page', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>{name || 'My page'}</h1>
      <p class="lede">What {look.name} holds about you, and why. Nobody else sees this page.</p>
      <div class="row">
        {officer && <ButtonLink href="/office">Go to the office</ButtonLink>}
        <ButtonLink href="/my/security" tone="alt" icon="key-round">
          Signing in
        </ButtonLink>
        {officer && (
          <ButtonLink href="/my/officer-page" tone="alt" icon="user">
            Me on the website
          </ButtonLink>
        )}
        <ButtonLink href="/" tone="alt">
          Read the website
        </ButtonLink>
        <form method="post" action="/sign-out">
          <Button tone="alt" icon="log-out">
            Sign out
          </Button>
        </form>
      </div>
      {passkeyOffered && <PasskeyOffer />}
      <Held holdings={holdings} />
      <p class="meta">
        Something wrong or missing? Would you like a copy, or to be deleted?{' '}
        <a href="/my/requests">My data and my rights</a>
      </p>
    </div>
  </PlainLayout>
)

const PasskeyOffer = () => (
  <Notice>
    <p>
      <b>Next time without a letter?</b> With a passkey, your finger, your face or a PIN is enough to sign in.
    </p>
    <div class="row">
      <ButtonLink href="/my/security" tone="alt">
        Add a passkey
      </ButtonLink>
      <form method="post" action="/my/security/offer">
        <Button tone="ghost">Not now</Button>
      </form>
    </div>
  </Notice>
)

const Held = ({ holdings }: { holdings: readonly Holding[] }) => (
  <Card labelledby="held">
    <CardHead title="Held about you" id="held">
      <span class="meta">{plural(holdings.length, 'entry', 'entries')}</span>
    </CardHead>
    <div class="pad">
      <FactsList
        facts={holdings.map(({ what, value, why }) => [
          what,
          <>
            {value}
            <br />
            <span class="meta">{why}</span>
          </>,
        ])}
      />
    </div>
  </Card>
)
