import type { OfficeFrame } from '../../../platform/web.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Kpi } from '../../../ui/Kpi.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import { number, percent } from '../../../ui/words.ts'
import { hasBegun } from '../officeLetter.ts'
import type { Results } from '../results.ts'
import { LetterLayout } from './LetterLayout.tsx'

/** What came of a letter. Nobody was watched: there is no count of who opened it. */
export const ResultsPage = ({ frame, results }: { frame: OfficeFrame; results: Results }) => (
  <LetterLayout
    frame={frame}
    letter={results.letter}
    here="results"
    about="Results"
    counts={{ answers: results.answers }}
  >
    {hasBegun(results.letter) ? (
      <WhatCame {...results} />
    ) : (
      <Card>
        <Empty
          icon="chart-column"
          title="Nothing yet"
          sentence="What became of it will stand here once it has begun to go out."
        />
      </Card>
    )}
  </LetterLayout>
)

const WhatCame = (results: Results) => (
  <div class="dash">
    <Figures {...results} />
    <Card span={12}>
      <CardHead title="What came back" />
      <div class="pad">
        <SummaryList rows={backRows(results)} />
      </div>
    </Card>
    <Card span={12}>
      <CardHead title="What came of its links" />
      <div class="pad stack">
        <SummaryList rows={linkRows(results)} />
        <p class="meta">
          Links to your own website carry one plain word, the same for every reader. It tells which letter led there,
          and nothing about who followed it. Nobody knows who opened the letter: it holds nothing that could tell.
        </p>
      </div>
    </Card>
    {results.refusals.length > 0 && <Refusals {...results} />}
  </div>
)

const Figures = ({ outcome, afterwards, unsubscribed }: Results) => {
  const arrived = outcome.accepted - afterwards.hard
  return (
    <>
      <Kpi
        span={4}
        label="Taken by the mail server"
        figure={number(outcome.accepted)}
        sentence={`Of ${number(outcome.all)}. ${afterwards.hard ? `${number(afterwards.hard)} came back for good since.` : 'None came back for good.'}`}
      />
      <Kpi
        span={4}
        label="Answered"
        figure={number(afterwards.replies)}
        sentence={afterwards.replies === 1 ? 'One reader wrote back.' : 'Readers who wrote back.'}
      />
      <Kpi
        span={4}
        label="Want no more"
        figure={number(unsubscribed + afterwards.endedByMail)}
        sentence={
          arrived > 0
            ? `${share(unsubscribed + afterwards.endedByMail, arrived)} of those it reached.`
            : 'Nobody was reached yet.'
        }
      />
    </>
  )
}

/** Under one in a hundred "less than 1%", so that nothing rounds to nobody. */
const share = (some: number, all: number): string =>
  some === 0 ? 'None' : some * 100 < all ? 'Less than 1%' : percent(some / all)

/** "3, such as a full mailbox"; nothing is explained where there is nothing. */
const told = (count: number, more: string): string => (count ? `${number(count)}${more}` : '0')

const backRows = ({ letter, outcome, afterwards: a, unsubscribed, answers }: Results) => [
  { name: 'Refused at once', value: number(outcome.refused) },
  { name: 'Came back for good', value: told(a.hard, '. Nothing more is sent to these addresses.') },
  { name: 'Came back for now', value: told(a.soft, ', such as from a full mailbox') },
  { name: 'Automatic answers', value: told(a.autoReplies, ', such as from somebody on holiday') },
  { name: 'Replies', value: number(a.replies) },
  {
    name: 'Answers to what it asked',
    value: answers ? <a href={`/office/letters/${letter.id}/answers`}>{number(answers)}</a> : '0',
  },
  { name: 'Complaints', value: told(a.complaints, ' by readers who pressed “this is spam”') },
  { name: 'Unsubscribed', value: `${number(unsubscribed)} by its link, ${number(a.endedByMail)} by mail` },
  ...(outcome.uncertain ? [{ name: 'Uncertain', value: number(outcome.uncertain) }] : []),
  ...(outcome.cancelled ? [{ name: 'Left out since it began', value: number(outcome.cancelled) }] : []),
]

const linkRows = ({ came }: Results) => [
  { name: 'Pages read', value: number(came.read) },
  { name: 'Joinings begun', value: number(came.join) },
  { name: 'Comments sent in', value: number(came.comment) },
]

const Refusals = ({ refusals }: Results) => (
  <Card span={12}>
    <CardHead title="What mail servers said when they refused" />
    <DataTable
      caption="What mail servers said when they refused"
      rows={refusals}
      columns={[
        { key: 'said', label: 'Their words', wide: true, cell: ({ said }) => said },
        { key: 'n', label: 'Letters', figures: true, cell: ({ n }) => number(n) },
      ]}
    />
  </Card>
)
