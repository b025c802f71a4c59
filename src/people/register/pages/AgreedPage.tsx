import type { OfficeFrame } from '../../../platform/web.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Basis, objections } from '../../bases.ts'
import { basisNames, channelNames, purposeNames } from '../../purposes.ts'
import type { Opened } from '../opening.ts'
import type { Refused } from '../recordRoutes.tsx'
import { NoCard, YesCard } from './AgreedForms.tsx'
import { RecordLayout } from './RecordLayout.tsx'

interface Props extends Opened {
  frame: OfficeFrame
  ledger: readonly Basis[]
  objections: Awaited<ReturnType<typeof objections>>
  refused?: Refused | undefined
}

/** By what right the group holds, writes to or names somebody; and what they said no to. */
export const AgreedPage = ({ frame, zone, ledger, objections: noes, refused, ...opened }: Props) => {
  const { person, keeps, changes } = opened
  return (
    <RecordLayout {...{ frame, person, keeps, zone }} tab="/agreed" errors={refused?.errors}>
      <div class="dash">
        <Card span={changes ? 8 : 12} labelledby="ledger">
          <CardHead title="The ledger" id="ledger" />
          {ledger.length ? <Ledger {...{ ledger, zone }} /> : <NoLines />}
          {noes.length > 0 && <Noes {...{ noes, zone }} />}
        </Card>
        {changes && (
          <div class="c4 stack">
            <YesCard person={person} refused={refused?.fact === 'yes' ? refused : undefined} />
            <NoCard person={person} refused={refused?.fact === 'no' ? refused : undefined} />
          </div>
        )}
      </div>
    </RecordLayout>
  )
}

const Ledger = ({ ledger, zone }: Pick<Props, 'ledger' | 'zone'>) => (
  <DataTable
    caption="By what right, since when"
    rows={ledger}
    columns={[
      { key: 'purpose', label: 'For what', wide: true, cell: ({ purpose }) => purposeNames[purpose] },
      {
        key: 'basis',
        label: 'By what right',
        wide: true,
        cell: ({ basis, wording, evidence, channel }) => (
          <>
            {basisNames[basis]}
            <br />
            <span class="meta">
              {wording && `“${wording}” `}
              {channelNames[channel]}
              {evidence && `: ${evidence}`}
            </span>
          </>
        ),
      },
      {
        key: 'since',
        label: 'Since',
        cell: ({ fromAt, untilAt }) => (
          <>
            <Time at={fromAt} zone={zone} />
            <br />
            {untilAt ? (
              <span class="meta">
                until <Time at={untilAt} zone={zone} />
              </span>
            ) : (
              <Chip tone="ok">Stands</Chip>
            )}
          </>
        ),
      },
    ]}
  />
)

const NoLines = () => (
  <Empty
    icon="scale"
    title="Nothing entered"
    sentence="By what right this person is held or written to appears here."
    level={3}
  />
)

const Noes = ({ noes, zone }: { noes: Props['objections']; zone: string }) => (
  <div class="pad stack-s">
    <h3>Said no to</h3>
    <ul class="stack-s" role="list">
      {noes.map(({ purpose, at }) => (
        <li>
          <Chip tone="bad">{purposeNames[purpose]}</Chip>{' '}
          <span class="meta">
            on <Time at={at} zone={zone} />. Only their own yes takes it back.
          </span>
        </li>
      ))}
    </ul>
  </div>
)
