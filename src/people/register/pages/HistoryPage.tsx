import { type Actor, holdsAny } from '../../../platform/actor.ts'
import { roleNames } from '../../../platform/roles.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Time } from '../../../ui/Time.tsx'
import { kindNames } from '../../kinds.ts'
import type { Membership } from '../../memberships.ts'
import type { Reading } from '../../readings.ts'
import type { Happening, OfficeOf } from '../history.ts'
import type { Opened } from '../opening.ts'
import { RecordLayout } from './RecordLayout.tsx'
import { plainDay } from '../../../ui/words.ts'

interface Props extends Opened {
  frame: OfficeFrame
  actor: Actor
  memberships: readonly Membership[]
  offices: readonly OfficeOf[]
  happenings: readonly Happening[]
  readings: readonly Reading[]
}

export const HistoryPage = ({ frame, zone, actor, memberships, offices, happenings, readings, ...opened }: Props) => {
  const { person, keeps, changes } = opened
  return (
    <RecordLayout {...{ frame, person, keeps, zone }} tab="/history">
      <div class="dash">
        <Card span={8} labelledby="happened">
          <CardHead title="What happened" id="happened" />
          {happenings.length ? (
            <DataTable
              caption="What happened to this record"
              rows={happenings}
              columns={[
                { key: 'what', label: 'What', wide: true, cell: ({ what }) => what },
                { key: 'who', label: 'By', cell: ({ who }) => who },
                { key: 'at', label: 'When', cell: ({ at }) => <Time at={at} zone={zone} as="dayAndTime" /> },
                {
                  key: 'undo',
                  label: 'Undo',
                  quiet: true,
                  cell: (one) => (changes && mayTakeBack(actor, one) ? <UndoButton {...one} /> : ''),
                },
              ]}
            />
          ) : (
            <p class="pad meta">Nothing is in the journal yet.</p>
          )}
        </Card>
        <div class="c4 stack">
          <Lines
            title="What they were"
            lines={memberships.map(({ kind, from, to }) => [kindNames[kind], span(from, to)] as const).toReversed()}
            none="No membership is noted."
          />
          <Lines
            title="Offices"
            lines={offices.map(({ role, from, to }) => [roleNames[role], span(from, to)] as const)}
            none="They have held none."
          />
          <Lines
            title="Who opened this record"
            lines={readings.map(({ officer, day, how }) => [
              officer,
              `${plainDay(day)}${how === 'export' ? ', in a list taken out' : ''}`,
            ])}
            none="Nobody but you."
          />
        </div>
      </div>
    </RecordLayout>
  )
}

/** As the page that undoes decides it: one's own acts, and for the chair and the secretary those of others. */
const mayTakeBack = (actor: Actor, { undo, byId }: Happening): boolean =>
  undo !== null && ((byId !== null && byId === actor.personId) || holdsAny(actor, 'chair', 'vice_chair', 'secretary'))

const UndoButton = ({ undo, what }: Happening) => (
  <form method="post" action="/office/undo">
    <input type="hidden" name="act" value={undo ?? ''} />
    <Button tone="alt" size="sm" icon="undo-2" aria-label={`Undo: ${what}`}>
      Undo
    </Button>
  </form>
)

const span = (from: string, to: string | null): string =>
  to ? `${plainDay(from)} to ${plainDay(to)}` : `since ${plainDay(from)}`

interface LinesProps {
  readonly title: string
  readonly lines: readonly (readonly [string, string])[]
  readonly none: string
}

const Lines = ({ title, lines, none }: LinesProps) => (
  <Card>
    <CardHead title={title} />
    <ul class="pad stack-s" role="list">
      {lines.length === 0 && <li class="meta">{none}</li>}
      {lines.map(([what, when]) => (
        <li>
          {what}
          <br />
          <span class="meta">{when}</span>
        </li>
      ))}
    </ul>
  </Card>
)
