import { ButtonLink } from '../../../ui/Button.tsx'
import type { PublicSite } from '../../../ui/PublicLayout.tsx'
import { JoinFrame } from './JoinFrame.tsx'

interface Props {
  site: PublicSite
}

/** The same for everybody, known or not. */
export const SentPage = ({ site }: Props) => (
  <JoinFrame site={site} title="Look in your mailbox" lede="We have sent a letter to the address you gave.">
    <div class="stack">
      <p>Open its link and press the button there. Then you have joined: nobody counts before that.</p>
      <p>
        If there is no letter within a few minutes, look among the unwanted mail. If it is not there either, the address
        may have a slip in it: <a href="/join">begin again</a>.
      </p>
      <p>
        <ButtonLink href="/" tone="alt">
          Read the website
        </ButtonLink>
      </p>
    </div>
  </JoinFrame>
)

export const WelcomePage = ({ site }: Props) => (
  <JoinFrame site={site} title="Welcome" lede={`Your address is confirmed. ${site.name} is glad to have you.`}>
    <div class="stack">
      <p>A letter that says what you joined as, and what you said yes to, is on its way.</p>
      <p>
        Your own page shows everything we hold about you. You can change it there, change your mind about letters, or
        leave again.
      </p>
      <p class="row">
        <ButtonLink href="/sign-in">Sign in to your page</ButtonLink>
        <ButtonLink href="/" tone="alt">
          Read the website
        </ButtonLink>
      </p>
    </div>
  </JoinFrame>
)

/** While the group takes nobody in by itself. */
export const ClosedPage = ({ site }: Props) => (
  <JoinFrame
    site={site}
    title="Joining is closed for now"
    lede={`${site.name} takes nobody in on this page at the moment.`}
  >
    <p>
      <ButtonLink href="/" tone="alt">
        Read the website
      </ButtonLink>
    </p>
  </JoinFrame>
)
