import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { civilDayWords, day, number } from '../../../ui/words.ts'
import type { Because, Proof } from '../proofs.ts'

const BECAUSE: Readonly<Record<Because, string>> = {
  request: 'They asked',
  retention: 'Kept long enough',
  officer: 'Officers decided',
}

/** That somebody was erased, when and on whose word: a proof that names nobody. */
export const ProofTable = ({ proofs, zone }: { proofs: readonly Proof[]; zone: string }) =>
  proofs.length === 0 ? (
    <p class="pad">Nobody was erased yet.</p>
  ) : (
    <DataTable caption="Erasures done" columns={columns(zone)} rows={proofs} />
  )

const columns = (zone: string): readonly Column<Proof>[] => [
  { key: 'done', label: 'Done', cell: ({ doneAt }) => day(doneAt, zone) },
  { key: 'asked', label: 'Asked', cell: ({ askedOn, because }) => `${civilDayWords(askedOn)}. ${BECAUSE[because]}` },
  { key: 'by', label: 'Officers', cell: ({ askedBy, agreedBy }) => `${askedBy} asked, ${agreedBy} agreed` },
  {
    key: 'went',
    label: 'Went',
    figures: true,
    cell: ({ told }) => number(sum(told.filter(({ keptBecause }) => !keptBecause))),
  },
  {
    key: 'stayed',
    label: 'Stayed, without a name',
    wide: true,
    cell: ({ told }) =>
      told
        .filter(({ keptBecause }) => keptBecause)
        .map(({ what, count }) => `${what}: ${number(count)}`)
        .join('. '),
  },
]

const sum = (told: Proof['told']): number => told.reduce((all, { count }) => all + count, 0)
