import { typedText } from '../../../platform/forms.ts'
import { localTime } from '../../../platform/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Time } from '../../../ui/Time.tsx'
import { wallTime } from '../../rules.ts'
import { twiceSentence } from '../sentences.ts'
import type { EditorProps } from './EditorPage.tsx'

type Props = EditorProps & { action: string }

/** Where it stands, and what can be done about it. */
export const PublicationCard = (props: Props) => {
  const { action, kind, mayPublish, written } = props
  const isPublished = written?.entry.status === 'published'
  return (
    <Card padded labelledby="publication">
      <h2 class="card-title" id="publication">
        Publication
      </h2>
      <div class="stack">
        <p>
          <Whereabouts {...props} />
        </p>
        {isPublished && mayPublish && <NoteField {...props} />}
        {mayPublish ? (
          <Button icon="globe" formaction={`${action}/publication`}>
            {isPublished ? 'Publish the changes' : `Publish the ${kind}`}
          </Button>
        ) : (
          <p class="meta">The editor, the chair, the vice-chair or the secretary publishes it.</p>
        )}
        {mayPublish && !isPublished && <Scheduling {...props} />}
        {isPublished && kind === 'post' && mayPublish && <PinButton pinned={written.entry.pinned} />}
        {written && <TakingAway {...props} />}
      </div>
    </Card>
  )
}

const Whereabouts = ({ written, zone, notes }: Props) => {
  const { status, published_at } = written?.entry ?? { status: 'draft', published_at: null }
  if (status === 'scheduled' && published_at) return <Appearing at={published_at} zone={zone} />
  if (status === 'withdrawn')
    return <>It was taken off the website; its address says so. Publishing brings it back there.</>
  if (status === 'draft' || !published_at) return <>Only officers see it.</>
  return (
    <>
      On the website since <Time at={published_at} zone={zone} />
      {written?.address && (
        <>
          : <a href={written.address.path}>{written.address.path}</a>
        </>
      )}
      . {written?.hasChanges ? 'What you saved since waits to be published.' : 'Readers see the latest version.'}
      {notes?.[0] && ` Last update note: “${notes[0].text}”`}
    </>
  )
}

const Appearing = ({ at, zone }: { at: Date; zone: string }) => (
  <>
    It will appear on <Time at={at} zone={zone} as="longDayAndTime" />.{' '}
    {wallTime(localTime(at, zone), zone)?.clock === 'twice' && `${twiceSentence(at, zone)} `}
    Saving a change takes this back.
  </>
)

const NoteField = ({ fields, errors }: Props) => (
  <Field
    name="note"
    label="What changed?"
    hint="Readers see this note with today’s date. Leave it empty for small corrections."
    value={typedText(fields, 'note')}
    error={errors?.['note']}
  />
)

const Scheduling = ({ action, fields, errors, written, zone }: Props) => {
  const { status, published_at } = written?.entry ?? { status: 'draft', published_at: null }
  const planned = status === 'scheduled' && published_at ? localTime(published_at, zone) : ''
  return (
    <details open={status === 'scheduled' || errors?.['at'] !== undefined}>
      <summary>
        <span class="link-btn">Publish it later</span>
      </summary>
      <div class="stack later">
        <Field
          name="at"
          type="datetime-local"
          label="Day and time"
          hint={`As clocks show it in ${zone.replace(/^.*\//, '').replaceAll('_', ' ')}.`}
          value={typedText(fields, 'at') ?? planned}
          error={errors?.['at']}
        />
        <Button tone="alt" icon="clock" formaction={`${action}/schedule`}>
          Schedule it
        </Button>
      </div>
    </details>
  )
}

const PinButton = ({ pinned }: { pinned: boolean }) => (
  <Button tone="alt" icon={pinned ? 'arrow-down' : 'arrow-up'} form={pinned ? 'unpin' : 'pin'}>
    {pinned ? 'Take down from the top' : 'Keep at the top of the list'}
  </Button>
)

const TakingAway = ({ kind, mayPublish, written }: Props) => {
  const status = written?.entry.status
  if (status === 'draft' && !written?.address) {
    return (
      <Button tone="danger" icon="trash-2" form="removal">
        Delete the draft
      </Button>
    )
  }
  if (!mayPublish || status === 'draft' || status === 'withdrawn') return null
  return (
    <Button tone="danger" icon={status === 'scheduled' ? 'x' : 'archive'} form="withdrawal">
      {status === 'scheduled' ? 'Do not publish it' : `Withdraw the ${kind}`}
    </Button>
  )
}
