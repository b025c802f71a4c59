import type { Export } from '../../../platform/exports.ts'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { exportColumns } from '../exportColumns.tsx'

interface Props {
  /** The address under which these exports are asked for and fetched. */
  home: string
  zone: string
  /** Those this officer asked for, newest first. */
  earlier: readonly Export[]
}

/** What an officer asked to take out, and how far it is. */
export const AskedExports = ({ home, zone, earlier }: Props) => (
  <Card span={12} labelledby="made">
    <CardHead id="made" title="What you asked for" />
    {earlier.length ? (
      <DataTable caption="What you asked for, newest first" columns={exportColumns({ home, zone })} rows={earlier} />
    ) : (
      <Empty
        icon="download"
        title="Nothing was made yet"
        sentence="Each file stays here for a day. Only you can fetch it."
        level={3}
      />
    )}
  </Card>
)
