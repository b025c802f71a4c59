import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import { plural } from '../../../ui/words.ts'
import { paceSentence } from '../pace.ts'
import type { SendingFacts } from '../sendingFacts.ts'
import { whenWords } from '../when.ts'
import { viewOf } from './PlanCard.tsx'

interface Props {
  frame: OfficeFrame
  facts: SendingFacts
  zone: string
  /** As it was typed; '' for now. */
  typed: string
  at: Date
  /** A word on the night the clocks change. */
  clock: string
}

/** Sending email cannot be undone, so it is asked once: how many, who, and when. */
export const CheckPage = ({ frame, facts, zone, typed, at, clock }: Props) => {
  const { letter, readers, caps, already, hasServer, now } = facts
  const home = `/office/letters/${letter.id}/sending`
  const when = whenWords(at, { now, zone })
  return (
    <OfficeLayout {...frame} head={{ title: `Send it?: ${letter.subject}` }}>
      <PageTitle
        title={typed ? 'Send this letter at that time?' : 'Send this letter now?'}
        crumbs={[
          { label: 'Letters', href: '/office/letters' },
          { label: letter.subject, href: home },
          { label: 'Send it' },
        ]}
      />
      <div class="stack-l">
        {clock && (
          <Notice tone="warn">
            <p>{clock}</p>
          </Notice>
        )}
        <Card padded>
          <div class="stack-l">
            <SummaryList
              rows={[
                { name: 'Subject', value: letter.subject },
                { name: 'To', value: `${plural(readers, 'reader')}: ${viewOf(letter)}` },
                { name: 'Goes out', value: `${when.slice(0, 1).toUpperCase()}${when.slice(1)}` },
                { name: 'How long it takes', value: paceSentence(readers, { caps, from: at, zone, already }) },
                ...(hasServer ? [] : [{ name: 'Mail server', value: 'None: it goes to the outbox folder' }]),
              ]}
            />
            <form method="post" action={`/office/letters/${letter.id}/decision`} class="row">
              <input type="hidden" name="at" value={typed} />
              <input type="hidden" name="mark" value={letter.mark} />
              <Button icon="send">Send it to {plural(readers, 'reader')}</Button>
              <ButtonLink href={home} tone="ghost">
                Not yet
              </ButtonLink>
            </form>
            <p class="meta">
              It can be called back until it goes out. After that, what has left cannot be fetched back.
            </p>
          </div>
        </Card>
      </div>
    </OfficeLayout>
  )
}
