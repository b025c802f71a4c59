import { ButtonLink } from '../../../ui/Button.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { day } from '../../../ui/words.ts'

interface Props {
  look: Look
  codes: readonly string[]
  at: Date
  zone: string
}

/** Made for paper: printed, it is a sheet to put away. */
export const RecoveryCodesPage = ({ look, codes, at, zone }: Props) => (
  <PlainLayout head={{ title: 'Your recovery codes', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>Your recovery codes</h1>
      <p class="lede">
        For the day when your phone is gone. Each works once, after the letter, in place of your passkey or your app.
      </p>
      <ul class="recovery-codes" role="list">
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ul>
      <p class="meta">
        For signing in to {look.name}, made on {day(at, zone)}.
      </p>
      <Notice tone="warn">
        <p>
          <b>They are shown only this once.</b> Print this page or write them down, and keep them where you keep
          important papers, not beside your phone. Codes you had before no longer work.
        </p>
      </Notice>
      <ButtonLink href="/my/security">I have kept them</ButtonLink>
    </div>
  </PlainLayout>
)
