import type { TodayItem } from '../../platform/slice.ts'
import type { OfficeFrame } from '../../platform/web.ts'
import { Card, CardHead } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Kpi } from '../../ui/Kpi.tsx'
import { Meter } from '../../ui/Meter.tsx'
import { OfficeLayout } from '../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { type Step, Steps } from '../../ui/Steps.tsx'
import { Ago } from '../../ui/Time.tsx'
import { Todo } from '../../ui/Todo.tsx'
import { longDay, plural } from '../../ui/words.ts'
import { ElsewhereNotice } from '../../publishing/index.ts'
import type { Happening } from '../activity.ts'
import type { KpiFigure } from '../kpis.ts'

interface Props {
  frame: OfficeFrame
  hello: string
  at: Date
  zone: string
  items: readonly TodayItem[]
  kpis: readonly KpiFigure[]
  steps: readonly Step[]
  activity: readonly Happening[]
  /** The address of the group's website while it is not this one. */
  elsewhere: string | null
}

export const TodayPage = ({ frame, hello, at, zone, items, kpis, steps, activity, elsewhere }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Today' }}>
    <PageTitle title={hello} sentence={`${longDay(at, zone)}. ${inHand(items.length)}`} />
    <ElsewhereNotice href={elsewhere} />
    <div class="dash">
      <Card span={steps.length > 0 ? 8 : 12} labelledby="needs-you">
        <CardHead title="Needs you" id="needs-you" />
        {items.length > 0 ? (
          <Todo items={items.map(({ tone, ...item }) => ({ ...item, tone: tone === 'plain' ? undefined : tone }))} />
        ) : (
          <Empty
            icon="circle-check"
            title="Nothing needs you today"
            sentence="What waits for you appears here, such as the report of an import."
            level={3}
          />
        )}
      </Card>
      {steps.length > 0 && <SettingUp steps={steps} />}
      {kpis.map((kpi) => (
        <Kpi {...kpi} span={3} />
      ))}
      <Activity activity={activity} at={at} zone={zone} />
    </div>
  </OfficeLayout>
)

const inHand = (count: number): string =>
  count === 0
    ? 'All is in hand.'
    : count === 1
      ? 'One thing needs you; the rest is in hand.'
      : `${plural(count, 'thing')} need you; the rest is in hand.`

const SettingUp = ({ steps }: { steps: readonly Step[] }) => {
  const done = steps.filter((step) => step.done).length
  return (
    <Card span={4} labelledby="setting-up">
      <CardHead title="Finish setting up" id="setting-up" />
      <div class="steps-done">
        <Meter value={done} max={steps.length}>
          {done} of {steps.length} done
        </Meter>
      </div>
      <Steps steps={steps} />
    </Card>
  )
}

const Activity = ({ activity, at, zone }: { activity: readonly Happening[]; at: Date; zone: string }) => (
  <Card span={12} labelledby="activity">
    <CardHead title="What happened" id="activity" />
    {activity.length === 0 ? (
      <p class="pad">Nothing yet. What officers do appears here.</p>
    ) : (
      <ul class="activity" role="list">
        {activity.map((one) => (
          <li>
            <span>
              <b>{one.who}</b> {one.what}
            </span>
            <span class="meta">
              <Ago at={one.at} now={at} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
    )}
  </Card>
)
