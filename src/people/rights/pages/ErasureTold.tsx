import type { Erasure } from '../../../platform/slice.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { number } from '../../../ui/words.ts'

/** What goes, and what stays with the reason, counted. */
export const ErasureTold = ({ told }: { told: readonly Erasure[] }) => {
  const [goes, stays] = [told.filter((one) => !one.keptBecause), told.filter((one) => one.keptBecause)]
  return (
    <>
      <Card labelledby="goes">
        <CardHead title="This goes" id="goes" />
        {goes.length ? (
          <DataTable caption="What goes" columns={[what, count]} rows={goes} />
        ) : (
          <p class="pad">Nothing is held.</p>
        )}
      </Card>
      <Card labelledby="stays">
        <CardHead title="This stays, and why" id="stays" />
        {stays.length ? (
          <DataTable caption="What stays" columns={[what, count, why]} rows={stays} />
        ) : (
          <p class="pad">Nothing stays.</p>
        )}
      </Card>
    </>
  )
}

const what: Column<Erasure> = { key: 'what', label: 'What', wide: true, cell: (one) => one.what }
const count: Column<Erasure> = { key: 'count', label: 'How many', figures: true, cell: (one) => number(one.count) }
const why: Column<Erasure> = {
  key: 'why',
  label: 'Why it stays',
  wide: true,
  cell: ({ keptBecause }) => keptBecause ?? '',
}
