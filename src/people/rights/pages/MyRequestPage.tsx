import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Time } from '../../../ui/Time.tsx'
import { civilDayWords, list } from '../../../ui/words.ts'
import { purposeNames } from '../../purposes.ts'
import { asking } from '../requestKinds.ts'
import type { DataRequest } from '../requests.ts'
import { RequestChip, whereItIs } from './RequestChip.tsx'
import { Words } from './Words.tsx'

interface Props {
  look: Look
  zone: string
  today: string
  request: DataRequest
}

/** One request, as the person who made it sees it. */
export const MyRequestPage = ({ look, zone, today, request }: Props) => (
  <PlainLayout head={{ title: asking[request.kind].title, noindex: true }} look={look}>
    <div class="stack-l">
      <h1>{asking[request.kind].title}</h1>
      <p class="row row-s">
        <RequestChip request={request} />
        <span>{whereItIs(request, today)}</span>
      </p>
      {request.state === 'open' && request.stoppedOn !== null && (
        <Notice tone="warn">
          <p>
            <b>We asked you:</b>
          </p>
          <Words of={request.question} />
          <p>Answer by email or telephone, as you like. Until then our time to answer stands still.</p>
        </Notice>
      )}
      {request.endedAt && request.state !== 'withdrawn' && <Answer request={request} zone={zone} />}
      <Card labelledby="asked">
        <CardHead title="What you asked" id="asked" />
        <div class="pad">
          <FactsList
            facts={[
              ['Asked on', civilDayWords(request.receivedOn)],
              ['To stop', list(request.purposes.map((purpose) => purposeNames[purpose]))],
              ['In your words', request.words && <Words of={request.words} />],
              ['Why it takes longer', request.extendedWhy && <Words of={request.extendedWhy} />],
            ]}
          />
        </div>
      </Card>
      <div class="row">
        <ButtonLink href="/my/requests" tone="alt">
          My data and my rights
        </ButtonLink>
        {request.state === 'open' && (
          <form method="post" action={`/my/requests/${request.id}/withdrawal`}>
            <Button tone="ghost">Take it back</Button>
          </form>
        )}
      </div>
    </div>
  </PlainLayout>
)

const Answer = ({ request, zone }: { request: DataRequest; zone: string }) => (
  <Card labelledby="answer">
    <CardHead title="Our answer" id="answer">
      <span class="meta">
        <Time at={request.endedAt!} zone={zone} />
      </span>
    </CardHead>
    <div class="pad stack">
      <Words of={request.answer} />
      {request.kind === 'access' && request.state === 'done' && (
        <div class="row">
          <ButtonLink href={`/my/requests/${request.id}/copy`} icon="file-text">
            Read my copy
          </ButtonLink>
          <ButtonLink href={`/my/requests/${request.id}/copy.json`} tone="alt" icon="download" download>
            Download it as a file
          </ButtonLink>
        </div>
      )}
    </div>
  </Card>
)
