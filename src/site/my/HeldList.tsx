import type { Holding } from '../../platform/slice.ts'
import { FactsList } from '../../ui/FactsList.tsx'
import { together } from './held.ts'

/** Everything held about a person, each with why. The same list on their page and in the file they take out. */
export const HeldList = ({ holdings }: { holdings: readonly Holding[] }) => (
  <FactsList
    facts={together(holdings).map(({ what, holdings: under }) => [
      what,
      <div class="stack-s">
        {under.map(({ value }) => (
          <p>{value}</p>
        ))}
        {[...new Set(under.map(({ why }) => why))].filter(Boolean).map((why) => (
          <p class="meta">{why}</p>
        ))}
      </div>,
    ])}
  />
)
