import type { Errors, Typed } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FactsList } from '../../../ui/FactsList.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import { civilDayWords, list } from '../../../ui/words.ts'
import { type Objectable, purposeNames } from '../../purposes.ts'
import type { Approval } from '../approvals.ts'
import { requestChannelNames, requestNames } from '../requestKinds.ts'
import type { DataRequest } from '../requests.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { ClockCard } from './ClockCard.tsx'
import { DueChip, dueWords } from './RequestChip.tsx'
import { WhatToDoCard } from './WhatToDoCard.tsx'
import { Words } from './Words.tsx'

export interface RequestProps {
  frame: OfficeFrame
  zone: string
  today: string
  request: DataRequest
  /** What the person said no to already. */
  objected: readonly Objectable[]
  /** An erasure of the person that is under way. */
  approval: Approval | null
  typed?: Typed
  errors?: Errors
}

/** One request: what it is, since when, what is due, and what can be done about it. */
export const RequestPage = (props: RequestProps) => {
  const { frame, today, request, errors } = props
  return (
    <OfficeLayout {...frame} head={{ title: requestNames[request.kind], refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={`${requestNames[request.kind]} of ${request.name}`}
        crumbs={[{ label: 'Requests', href: '/office/requests' }, { label: requestNames[request.kind] }]}
        sentence={
          <span class="row row-s">
            <DueChip request={request} today={today} />
            {request.state === 'open' && (request.stoppedOn ? 'The clock stands still' : dueWords(request, today))}
          </span>
        }
      />
      <div class="dash">
        <div class="c8 stack-l">
          <Asked {...props} />
          {request.state === 'open' ? (
            <>
              <WhatToDoCard {...props} />
              <AnswerCard {...props} />
            </>
          ) : (
            <Answered {...props} />
          )}
        </div>
        <div class="c4 stack-l">{request.state === 'open' && <ClockCard {...props} />}</div>
      </div>
    </OfficeLayout>
  )
}

const Asked = ({ request, zone }: RequestProps) => (
  <Card labelledby="asked">
    <CardHead title="What they ask" id="asked" />
    <div class="pad">
      <FactsList
        facts={[
          ['From', request.name],
          ['Email', request.email ?? 'None: write or speak to them yourself'],
          ['Came', `${civilDayWords(request.receivedOn)}. ${requestChannelNames[request.channel]}`],
          ['To stop', list(request.purposes.map((purpose) => purposeNames[purpose]))],
          ['In their words', request.words && <Words of={request.words} />],
          ['Told that it came', request.acknowledgedAt && <Time at={request.acknowledgedAt} zone={zone} />],
          ['Two months more, because', request.extendedWhy && <Words of={request.extendedWhy} />],
          ['We asked them', request.question && <Words of={request.question} />],
        ]}
      />
    </div>
  </Card>
)

const Answered = ({ request, zone }: RequestProps) => (
  <Card labelledby="answered">
    <CardHead title={request.state === 'withdrawn' ? 'They took it back' : 'Our answer'} id="answered">
      <span class="meta">
        {request.answeredBy && `${request.answeredBy}, `}
        <Time at={request.endedAt!} zone={zone} />
      </span>
    </CardHead>
    {request.answer && (
      <div class="pad">
        <Words of={request.answer} />
      </div>
    )}
  </Card>
)
