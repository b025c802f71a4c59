import type { Holding } from '../../platform/slice.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { FactsList } from '../../ui/FactsList.tsx'
import type { Look } from '../../ui/Page.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'
import { plural } from '../../ui/words.ts'

interface Props {
  look: Look
  name: string
  officer: boolean
  holdings: readonly Holding[]
}

export const MyPage = ({ look, name, officer, holdings }: Props) => (
  <PlainLayout head={{ title: 'My page', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>{name || 'My page'}</h1>
      <p class="lede">What {look.name} holds about you, and why. Nobody else sees this page.</p>
      <div class="row">
        {officer && <ButtonLink href="/office">Go to the office</ButtonLink>}
        <ButtonLink href="/" tone="alt">
          Read the website
        </ButtonLink>
        <form method="post" action="/sign-out">
          <Button tone="alt" icon="log-out">
            Sign out
          </Button>
        </form>
      </div>
      <Held holdings={holdings} />
      <p class="meta">
        Something wrong or missing? Tell an officer of the group: they correct it, give you a copy, or delete what the
        law lets them delete.
      </p>
    </div>
  </PlainLayout>
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
