import type { Holding } from '../../platform/slice.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Card, CardHead } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Look } from '../../ui/Page.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'
import { plural } from '../../ui/words.ts'
import { Said } from '../../ui/Said.tsx'
import { HeldList } from './HeldList.tsx'

interface Props {
  look: Look
  name: string
  officer: boolean
  /** What the last press of a button did. */
  said: string | null
  /** "Member since 3 December 2026" */
  standing: string
  /** The offer of a passkey was neither taken nor declined. */
  passkeyOffered: boolean
  holdings: readonly Holding[]
}

export const MyPage = ({ look, name, officer, said, standing, passkeyOffered, holdings }: Props) => (
  <PlainLayout head={{ title: 'My page', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>{name || 'My page'}</h1>
      <p class="lede">
        {standing}. Here is what {look.name} holds about you, and what you can do about it. Nobody else sees this page.
      </p>
      <Said sentence={said} />
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
      {passkeyOffered && <PasskeyOffer />}
      <Ways officer={officer} />
      <Held holdings={holdings} />
    </div>
  </PlainLayout>
)

interface Way {
  readonly href: string
  readonly icon: IconName
  readonly label: string
  readonly words: string
}

const ways: readonly Way[] = [
  { href: '/my/details', icon: 'user', label: 'Your details', words: 'Name, address, what you do, interests' },
  { href: '/my/choices', icon: 'mail', label: 'What we send you', words: 'Newsletter, calls to act, being named' },
  { href: '/my/letters', icon: 'clock', label: 'How often we write', words: 'Each newsletter, or one a month' },
  { href: '/my/email', icon: 'send', label: 'Your email address', words: 'Change where we write to you' },
  { href: '/my/security', icon: 'key-round', label: 'Signing in', words: 'Passkeys, and where you are signed in' },
  { href: '/my/readings', icon: 'eye', label: 'Who opened your record', words: 'Which officer, and when' },
  { href: '/my/introductions', icon: 'users', label: 'Meet others', words: 'Near you, or with your interests' },
  { href: '/my/vacancies', icon: 'user-plus', label: 'Take on an office', words: 'Those that need somebody' },
  {
    href: '/my/requests',
    icon: 'scale',
    label: 'Ask or complain',
    words: 'A copy, erasure, an objection, a complaint',
  },
  { href: '/my/leaving', icon: 'log-out', label: 'Leave', words: 'Or stay as a supporter' },
]
const onWebsite: Way = {
  href: '/my/officer-page',
  icon: 'globe',
  label: 'Me on the website',
  words: 'Your words and picture as an officer',
}

const Ways = ({ officer }: { officer: boolean }) => (
  <nav aria-label="Your page">
    <ul class="ways" role="list">
      {[...ways, ...(officer ? [onWebsite] : [])].map(({ href, icon, label, words }) => (
        <li>
          <a class="card way" href={href}>
            <Icon name={icon} />
            <span>
              <b>{label}</b>
              <small>{words}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
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
    <div class="pad stack">
      <HeldList holdings={holdings} />
      <h3>Keep a copy</h3>
      <p class="row">
        <ButtonLink href="/my/copy/everything.html" tone="alt" icon="download" download>
          As a page to read
        </ButtonLink>
        <ButtonLink href="/my/copy/everything.json" tone="alt" icon="download" download>
          As data (JSON)
        </ButtonLink>
      </p>
    </div>
  </Card>
)
