import { ButtonLink } from '../../ui/Button.tsx'
import type { Look } from '../../ui/Page.tsx'
import { PlainLayout } from '../../ui/PlainLayout.tsx'

interface Props {
  look: Look
  /** Where the host keeps the source of this version; undefined when they have not said. */
  sourceUrl: string | undefined
}

export const BackbenchPage = ({ look, sourceUrl }: Props) => (
  <PlainLayout head={{ title: 'What this website runs on' }} look={look}>
    <h1>What this website runs on</h1>
    <p class="lede">
      Backbench is a program for member-led groups that work on policy. It shows this website, and the group’s officers
      do their work in it.
    </p>
    <p>
      It sets no cookies unless you sign in, counts nobody, and asks no other company for anything while you read: fonts
      and pictures come from this website.
    </p>
    <h2>It is free software</h2>
    <p>
      Its licence is the GNU Affero General Public License, version 3 or later. You may use it, study it, pass it on and
      improve it, and whoever runs it must offer you the source of the version they run.
    </p>
    {sourceUrl ? (
      <p>
        <ButtonLink href={sourceUrl} tone="alt">
          Get the source code
        </ButtonLink>
      </p>
    ) : (
      <p>Ask {look.name} for the source code; their host gives it to you.</p>
    )}
  </PlainLayout>
)
