import type { Errors, Typed } from '../../../platform/forms.ts'
import { asset } from '../../../ui/assets.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Said } from '../../../ui/Said.tsx'
import type { Session } from '../../sessions.ts'
import { type Factors, hasFactor } from '../factors.ts'
import { AuthenticatorCard } from './AuthenticatorCard.tsx'
import { PasskeysCard } from './PasskeysCard.tsx'
import { RecoveryCodesCard } from './RecoveryCodesCard.tsx'
import { SessionsCard } from './SessionsCard.tsx'

export interface SecurityProps {
  look: Look
  zone: string
  /** What the last press of a button did. */
  said: string | null
  officer: boolean
  /** This officer sees people's details or money. */
  required: boolean
  /** The offer of a passkey was neither taken nor declined. */
  offered: boolean
  /** Browsers make passkeys at this address. */
  passkeysHere: boolean
  /** What this browser calls itself. */
  browser: string | null
  factors: Factors
  sessions: readonly Session[]
  /** The session that asks. */
  sessionId: string
  typed?: Typed
  errors?: Errors
}

/** How somebody shows that it is them, and where they are signed in. */
export const SecurityPage = (props: SecurityProps) => (
  <PlainLayout
    head={{
      title: 'Signing in',
      noindex: true,
      refused: props.errors !== undefined,
      ...(props.passkeysHere && { scripts: [asset('passkey.js')] }),
    }}
    look={props.look}
  >
    <div class="stack-l">
      <ErrorSummary errors={props.errors} />
      <h1>Signing in</h1>
      <p class="lede">How you show that it is you, and where you are signed in.</p>
      <Notices {...props} />
      <PasskeysCard {...props} />
      <AuthenticatorCard {...props} />
      {props.factors.codesLeft !== null && <RecoveryCodesCard codesLeft={props.factors.codesLeft} />}
      <SessionsCard {...props} />
      <div class="row">
        {props.officer && <ButtonLink href="/office">Go to the office</ButtonLink>}
        <ButtonLink href="/my" tone="alt">
          My page
        </ButtonLink>
      </div>
    </div>
  </PlainLayout>
)

const Notices = ({ said, required, offered, factors }: SecurityProps) => (
  <>
    <Said sentence={said} />
    {required && !hasFactor(factors) && (
      <Notice tone="warn">
        <p>
          <b>Your office needs a second way to show that it is you.</b> Add a passkey or an authenticator app. Until
          then, pages with people’s details or money stay closed to you.
        </p>
      </Notice>
    )}
    {hasFactor(factors) && factors.codesLeft === null && (
      <Notice tone="warn">
        <p>
          <b>Make recovery codes now</b>, so that a lost phone does not lock you out. They are ten short codes to print
          and put away.
        </p>
        <form method="post" action="/my/security/recovery-codes">
          <Button>Make recovery codes</Button>
        </form>
      </Notice>
    )}
    {offered && !required && !hasFactor(factors) && (
      <Notice>
        <p>
          <b>Next time without a letter?</b> With a passkey, your finger, your face or a PIN is enough.
        </p>
        <form method="post" action="/my/security/offer">
          <Button tone="alt">Not now</Button>
        </form>
      </Notice>
    )}
  </>
)
