import type { SentMessage } from '../../../platform/slice.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Opened } from '../opening.ts'
import { RecordLayout } from './RecordLayout.tsx'

interface Props extends Opened {
  frame: OfficeFrame
  messages: readonly SentMessage[]
}

/** The newsletters and notices that went to somebody. What they read of them, nobody knows. */
export const MessagesPage = ({ frame, messages, person, keeps, zone }: Props) => (
  <RecordLayout {...{ frame, person, keeps, zone }} tab="/letters">
    <Card labelledby="sent">
      <CardHead title="Letters to many that went to them" id="sent" />
      {messages.length ? (
        <>
          <DataTable
            caption="Letters, the newest first"
            rows={messages}
            columns={[
              { key: 'subject', label: 'Letter', cell: ({ subject }) => subject },
              { key: 'at', label: 'Day', cell: ({ at }) => <Time at={at} zone={zone} /> },
              { key: 'became', label: 'What became of it', wide: true, cell: ({ became }) => became },
            ]}
          />
          <p class="pad meta">
            The last hundred. Codes, confirmations and other letters to them alone are not kept. Nobody is watched:
            whether a letter was read is not known.
          </p>
        </>
      ) : (
        <Empty
          icon="mail"
          title="No letter went to them yet"
          sentence="Each newsletter or notice that goes to them stands here, with what became of it."
          level={3}
        />
      )}
    </Card>
  </RecordLayout>
)
