import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { hrefOf, KEPT_DAYS, REPLIES_A_PAGE, type RepliesCounted, type Reply, type Shelf } from '../replies.ts'
import { ReplyCard } from './ReplyCard.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  shelf: Shelf
  page: number
  replies: readonly Reply[]
  counts: RepliesCounted
  /** Whether the chair gets replies by email. */
  forwarded: boolean
  /** Whether there is a mailbox that is read. */
  read: boolean
}

/** What people answered to letters. */
export const RepliesPage = ({ frame, zone, shelf, page, replies, counts, forwarded, read }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Replies' }}>
    <PageTitle
      title="Replies"
      sentence={`What people answered to your letters. Their words are kept for ${KEPT_DAYS} days. ${forwarded ? 'The chair gets each of them by email, too.' : 'Nobody gets them by email.'}`}
      actions={
        <ButtonLink href="/office/settings#replies" tone="ghost" icon="settings">
          Who gets them
        </ButtonLink>
      }
    />
    <div class="stack">
      {!read && (
        <Notice tone="warn">
          <p>
            No mailbox is read, so replies and returned letters do not come here. Whoever runs this server can set one
            up.
          </p>
        </Notice>
      )}
      <SavedViews
        label="By state"
        views={[
          { label: 'Open', href: hrefOf({ shelf: 'open', page: 1 }), count: counts.open, current: shelf === 'open' },
          { label: 'Done', href: hrefOf({ shelf: 'done', page: 1 }), count: counts.done, current: shelf === 'done' },
        ]}
      />
    </div>
    {replies.length === 0 ? (
      <Card>
        <Empty
          icon="inbox"
          title={shelf === 'open' ? 'Nothing waits for an answer' : 'Nothing here'}
          sentence="When somebody answers a letter, you read it here, and answer from your own mail program."
        />
      </Card>
    ) : (
      <ul class="queue" role="list">
        {replies.map((reply) => (
          <ReplyCard {...{ reply, shelf, page, zone }} />
        ))}
      </ul>
    )}
    <Pager
      page={page}
      pages={Math.ceil(counts[shelf] / REPLIES_A_PAGE)}
      href={(to) => hrefOf({ shelf, page: to })}
      loose
    />
  </OfficeLayout>
)
