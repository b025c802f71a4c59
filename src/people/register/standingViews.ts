import type { Part } from '../visibility.ts'
import { type Filter, noFilter } from './filter.ts'

/** Ways of looking that every register has. `needs`: what an officer must see to be offered it. */
export const standingViews: readonly {
  readonly label: string
  readonly filter: Filter
  readonly needs: Part
}[] = [
  { label: 'Everyone', filter: noFilter, needs: 'name' },
  { label: 'Renewal due', filter: { ...noFilter, renews: 'due' }, needs: 'membership' },
  { label: 'New this month', filter: { ...noFilter, joined: 'month' }, needs: 'membership' },
  { label: 'Lapsed', filter: { ...noFilter, status: 'lapsed' }, needs: 'kind' },
]
