import type { OfficeFrame } from '../../../platform/web.ts'
import { BulkBar } from '../../../ui/BulkBar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { plural } from '../../../ui/words.ts'
import { type QueueAsked, shelves } from '../forms.ts'
import { COMMENTS_A_PAGE, type Queue } from '../queue.ts'
import { CommentCard } from './CommentCard.tsx'
import { choices, nothingThere, shelfNames } from './words.ts'

interface Props {
  frame: OfficeFrame
  zone: string
  asked: QueueAsked
  queue: Queue
}

const HOME = '/office/comments'
const BULK = 'decide-on-ticked'

/** What readers wrote, shelf by shelf. */
export const QueuePage = ({ frame, zone, asked, queue }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Comments' }}>
    <PageTitle
      title="Comments"
      sentence={
        <>
          What readers write under posts. <a href={`${HOME}/address`}>Find or erase what a reader left</a>
        </>
      }
    />
    <SavedViews
      label="By state"
      views={shelves.map((state) => ({
        label: shelfNames[state],
        href: hrefOf({ ...asked, state, page: 1 }),
        count: queue.counts[state],
        current: asked.state === state,
      }))}
    />
    <Card>
      <Filters action={HOME} live label="Search comments">
        <Field name="q" label="Words in a comment, or a name" type="search" value={asked.q} />
        <input type="hidden" name="state" value={asked.state} />
      </Filters>
      {queue.comments.length > 0 && <Bulk asked={asked} count={queue.comments.length} />}
    </Card>
    {queue.comments.length === 0 ? (
      <Nothing asked={asked} />
    ) : (
      <ul class="queue" role="list">
        {queue.comments.map((comment) => (
          <CommentCard
            {...{ comment, zone }}
            shelf={asked.state}
            bulk={BULK}
            ticked={asked.ticked === 'all'}
            back={<Back asked={asked} />}
          />
        ))}
      </ul>
    )}
    <Pager
      page={asked.page}
      pages={Math.ceil(queue.matching / COMMENTS_A_PAGE)}
      href={(page) => hrefOf({ ...asked, page })}
      loose
    />
  </OfficeLayout>
)

/** Ticks everything on the page by a link, so that it needs no script. */
const Bulk = ({ asked, count }: { asked: QueueAsked; count: number }) => (
  <div class="table-head">
    <BulkBar id={BULK} action={`${HOME}/decisions`} label="With ticked comments">
      <Back asked={asked} />
      {choices[asked.state].map(({ to, label }) => (
        <Button name="to" value={to} tone="alt" aria-label={`${label}: all that are ticked`}>
          {label}
        </Button>
      ))}
    </BulkBar>
    {asked.ticked === 'all' ? (
      <a class="btn ghost" href={hrefOf(asked)}>
        Tick none
      </a>
    ) : (
      <a class="btn ghost" href={`${hrefOf(asked)}&ticked=all`}>
        {count === 1 ? 'Tick it' : `Tick all ${plural(count, 'comment')}`}
      </a>
    )}
  </div>
)

const Back = ({ asked: { state, q, page } }: { asked: QueueAsked }) => (
  <>
    <input type="hidden" name="state" value={state} />
    {q && <input type="hidden" name="q" value={q} />}
    {page > 1 && <input type="hidden" name="page" value={String(page)} />}
  </>
)

const Nothing = ({ asked: { state, q } }: { asked: QueueAsked }) => (
  <Card>
    {q ? (
      <Empty
        icon="search"
        title="Nothing found"
        sentence="No comment here has these words. Try fewer, or look elsewhere."
      />
    ) : (
      <Empty icon="message-square" title="Nothing here" sentence={nothingThere[state]} />
    )}
  </Card>
)

export function hrefOf({ state, q, page }: Pick<QueueAsked, 'state' | 'q' | 'page'>): string {
  return `${HOME}?${new URLSearchParams({ state, ...(q && { q }), ...(page > 1 && { page: String(page) }) }).toString()}`
}
