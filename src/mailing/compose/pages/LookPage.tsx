import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { LetterTabs } from '../../pages/LetterTabs.tsx'
import type { WrittenLetter } from '../letter.ts'
import { letterAssets } from './WritePage.tsx'

/** How a letter can be looked at. */
export const looks = ['desktop', 'phone', 'dark', 'bare', 'plain'] as const
export type Looking = (typeof looks)[number]

const lookNames: Readonly<Record<Looking, string>> = {
  desktop: 'On a computer',
  phone: 'On a phone',
  dark: 'In the dark',
  bare: 'Without pictures',
  plain: 'As plain text',
}
const lookSays: Readonly<Record<Looking, string>> = {
  desktop: 'As mail programs on a computer show it.',
  phone: 'On a small screen: one column, larger to the touch.',
  dark: 'Where somebody’s device is set to dark colours. A few programs make their own.',
  bare: 'Many programs show no pictures before they are asked to. What each shows stands in its place in words.',
  plain: 'What is read by programs that show text only. It is made of the same parts and sent with the other.',
}

interface Props {
  frame: OfficeFrame
  letter: WrittenLetter
  looking: Looking
  plain: string
  /** Where a copy for the officer goes; null when they have no address. */
  ownAddress: string | null
}

/** A letter as its readers will see it, with the words of a made-up reader. */
export const LookPage = ({ frame, letter, looking, plain, ownAddress }: Props) => {
  const home = `/office/letters/${letter.id}`
  return (
    <OfficeLayout {...frame} head={{ title: `Look: ${letter.subject}`, ...letterAssets() }}>
      <PageTitle
        title={letter.subject}
        sentence={letter.preview || 'No preview line: mail programs show the first words.'}
        crumbs={[{ label: 'Letters', href: '/office/letters' }, { label: 'Look' }]}
      />
      <LetterTabs letter={letter} here="look" />
      <SavedViews
        label="How to look at it"
        views={looks.map((one) => ({
          label: lookNames[one],
          href: `${home}/look?as=${one}`,
          current: one === looking,
        }))}
      />
      <div class="writer">
        <Card labelledby="look">
          <CardHead title={lookNames[looking]} id="look" />
          <div class="pad stack">
            <p class="meta">{lookSays[looking]}</p>
            {looking === 'plain' ? (
              <pre class="letter-plain" tabindex={0} role="region" aria-labelledby="look">
                {plain}
              </pre>
            ) : (
              <iframe
                class={looking === 'phone' ? 'letter-look phone' : 'letter-look'}
                title={`The letter: ${lookNames[looking].toLowerCase()}`}
                src={`${home}/shown?as=${looking}`}
                sandbox=""
              />
            )}
          </div>
        </Card>
        <TestCard home={home} ownAddress={ownAddress} />
      </div>
    </OfficeLayout>
  )
}

const TestCard = ({ home, ownAddress }: { home: string; ownAddress: string | null }) => (
  <Card padded>
    <h2 class="card-title">Test to myself</h2>
    {ownAddress === null ? (
      <p class="meta">Your own record has no email address, so no copy can be sent to you.</p>
    ) : (
      <form method="post" action={`${home}/test`} class="stack-s">
        <p class="meta">
          One copy to {ownAddress}, marked as a test, by the same way as the real ones. Look at it in your own mail
          program, and on your phone.
        </p>
        <Button tone="alt" icon="mail">
          Send me a test
        </Button>
      </form>
    )}
  </Card>
)
