import type { KnownGroup } from '../../../platform/groups.ts'
import { importing, type imports } from '../../../publishing/index.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SkipLink } from '../../../ui/SkipLink.tsx'
import { Brand } from '../../../ui/Brand.tsx'
import { Time } from '../../../ui/Time.tsx'

type Findings = Parameters<typeof importing.ImportOutcome>[0]['findings']

interface Props {
  group: KnownGroup
  found: { one: imports.Import; findings: Findings } | undefined
  /** Who runs this server. */
  contact: string | undefined
}

const SECONDS = 2

/** A trial: how far it is, its report, when it ends, and how to keep it. */
export const TrialPage = ({ group, found, contact }: Props) => {
  const goesOn = found !== undefined && importing.isOpen(found.one)
  const isHere = found?.one.state === 'done'
  const look = { name: group.name }
  return (
    <Page
      head={{ title: 'Your trial', noindex: true, ...(goesOn && { refreshEvery: SECONDS }) }}
      look={look}
      area="public"
    >
      <SkipLink />
      <header class="site-head">
        <div class="wrap">
          <Brand look={look} href="/try" />
        </div>
      </header>
      <main id="main" tabindex={-1} class="wrap section stack-l">
        <div class="row">
          <h1>{goesOn ? 'Your website is coming in' : 'Your trial'}</h1>
          {isHere && (
            <ButtonLink href="/" icon="globe">
              See the website
            </ButtonLink>
          )}
        </div>
        {found && (
          <importing.ImportOutcome
            one={found.one}
            findings={found.findings}
            media={null}
            href="/try"
            startHref="/try#end"
          />
        )}
        {found?.findings.kind === undefined && <Ending group={group} contact={contact} />}
      </main>
    </Page>
  )
}

const Ending = ({ group, contact }: Pick<Props, 'group' | 'contact'>) => (
  <Card labelledby="end">
    <CardHead id="end" title="How it ends" />
    <div class="pad stack-s">
      {group.trialUntil && (
        <p>
          Only this browser can see it. On <Time at={group.trialUntil} zone={group.zone} as="dayAndTime" /> everything
          of it is erased.
        </p>
      )}
      <p>
        To keep it, ask whoever runs this server{contact ? ` (${contact})` : ''} before then, and give them its name:{' '}
        <b>{group.slug}</b>. It becomes a website of your own, with an office to work in.
      </p>
      <form method="post" action="/try/end">
        <Button tone="alt">Erase it now</Button>
      </form>
    </div>
  </Card>
)
