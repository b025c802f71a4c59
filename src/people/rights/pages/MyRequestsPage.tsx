import { ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import type { IconName } from '../../../ui/icons.ts'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Todo } from '../../../ui/Todo.tsx'
import { civilDayWords } from '../../../ui/words.ts'
import { Said } from '../../../ui/Said.tsx'
import { asking, type RequestKind, requestKinds } from '../requestKinds.ts'
import type { DataRequest } from '../requests.ts'
import { whereItIs } from './RequestChip.tsx'

interface Props {
  look: Look
  today: string
  said: string | null
  requests: readonly DataRequest[]
}

/** What a person may ask, and what they have asked. */
export const MyRequestsPage = ({ look, today, said, requests }: Props) => (
  <PlainLayout head={{ title: 'My data and my rights', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>My data and my rights</h1>
      <p class="lede">It is about you, so you decide. Ask here; nobody may hold it against you.</p>
      <Said sentence={said} />
      {requests.length > 0 && <Asked requests={requests} today={today} />}
      <Card labelledby="ask">
        <CardHead title="What would you like to ask?" id="ask" />
        <Todo
          items={requestKinds.map((kind) => ({
            icon: ICONS[kind],
            sentence: asking[kind].title,
            reason: asking[kind].happens,
            action: { label: 'Ask', href: `/my/requests/new/${kind}` },
          }))}
        />
      </Card>
      <p class="meta">
        You can ask by letter, by telephone or in person too. You get an answer within a month. What a right does not
        cover, the officers tell you in words you can check, for example at the Information Commissioner’s Office
        (ico.org.uk).
      </p>
      <div class="row">
        <ButtonLink href="/my" tone="alt">
          My page
        </ButtonLink>
      </div>
    </div>
  </PlainLayout>
)

const Asked = ({ requests, today }: { requests: readonly DataRequest[]; today: string }) => (
  <Card labelledby="asked">
    <CardHead title="What you have asked" id="asked" />
    <Todo
      items={requests.map((request) => ({
        icon: ICONS[request.kind],
        tone: request.stoppedOn ? 'warn' : undefined,
        sentence: asking[request.kind].title,
        reason: `Asked on ${civilDayWords(request.receivedOn)}. ${whereItIs(request, today)}`,
        action: { label: 'See it', href: `/my/requests/${request.id}` },
      }))}
    />
  </Card>
)

const ICONS: Readonly<Record<RequestKind, IconName>> = {
  access: 'file-text',
  erasure: 'trash-2',
  restriction: 'lock',
  objection: 'x',
  correction: 'pencil',
  complaint: 'flag',
}
