import { BarTable } from '../BarTable.tsx'
import { LineChart } from '../LineChart.tsx'
import type { Story } from './story.ts'

const councils = [
  { label: 'Norbridge', value: 34.1, shown: '34 days', tone: 'high' as const },
  { label: 'Marstow', value: 28.4, shown: '28 days', tone: 'over' as const },
  { label: 'Easter Hollin and the Vale', value: 12, shown: '12 days' },
  { label: 'Quillmouth', value: 0, shown: 'none' },
]
const weeks = Array.from({ length: 12 }, (_, week) => `Week ${week + 1}`)

export const chartStories: readonly Story[] = [
  {
    component: 'BarTable',
    state: 'with a target, one standing out, one over it',
    render: () => (
      <BarTable
        caption="Days waited for an answer, 2025; the law says 20"
        columns={['Council', 'Days']}
        rows={councils}
        target={20}
      />
    ),
  },
  {
    component: 'BarTable',
    state: 'links, caption only read aloud',
    render: () => (
      <BarTable
        quiet
        caption="Pages most read"
        columns={['Page', 'Reads']}
        rows={[
          { label: <a href="#a">Paying family carers</a>, value: 1842 },
          { label: <a href="#b">Where you live decides how long you wait</a>, value: 377 },
        ]}
      />
    ),
  },
  {
    component: 'BarTable',
    state: 'all zero',
    render: () => (
      <BarTable caption="Replies by month" columns={['Month', 'Replies']} rows={[{ label: 'January', value: 0 }]} />
    ),
  },
  {
    component: 'LineChart',
    state: 'one line',
    render: () => (
      <LineChart
        label="Reads a week over twelve weeks, from 41 to 166"
        steps={weeks}
        lines={[{ label: 'Reads', points: [41, 52, 49, 70, 66, 81, 95, 90, 120, 118, 140, 166] }]}
      />
    ),
  },
  {
    component: 'LineChart',
    state: 'four lines, each labelled at its end',
    render: () => (
      <LineChart
        label="Members by kind over four years; full members grow most, to 412"
        steps={['2023', '2024', '2025', '2026']}
        lines={[
          { label: 'Members', points: [300, 340, 371, 412] },
          { label: 'Supporters', points: [120, 150, 210, 260] },
          { label: 'Parliament', points: [36, 35, 40, 38] },
          { label: 'Partners', points: [80, 90, 96, 140] },
        ]}
      />
    ),
  },
  {
    component: 'LineChart',
    state: 'one point, nothing yet',
    render: () => <LineChart label="No reads yet" steps={['Today']} lines={[{ label: 'Reads', points: [0] }]} />,
  },
]
