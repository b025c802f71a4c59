import { DataTable } from '../../../ui/DataTable.tsx'
import { civilDayWords } from '../../../ui/words.ts'
import type { Reading } from '../../readings.ts'
import { MyFrame, type MyProps } from './MyFrame.tsx'

interface Props extends MyProps {
  readings: readonly Reading[]
}

/** Which officer opened this person's record on which day. */
export const ReadingsPage = ({ look, readings }: Props) => (
  <MyFrame
    look={look}
    title="Who opened your record"
    lede="Each officer who looked is noted once a day. You see the same list as we do."
  >
    {readings.length === 0 ? (
      <p>Nobody has opened your record. When an officer does, their name and the day stand here.</p>
    ) : (
      <DataTable
        caption="Who opened your record"
        columns={[
          { key: 'day', label: 'Day', cell: ({ day }) => civilDayWords(day) },
          { key: 'officer', label: 'Officer', cell: ({ officer }) => officer },
          { key: 'how', label: 'How', cell: ({ how }) => HOW[how] },
        ]}
        rows={readings}
      />
    )}
  </MyFrame>
)

const HOW = { page: 'Opened your page', export: 'Took out a list you are on' } as const
