import type { Sample } from '../../platform/slice.ts'

const HOME = '/office/website/reads'

export const readsSamples: readonly Sample[] = [
  { route: HOME, address: HOME, as: 'officer' },
  { route: `${HOME}/:span{(?:30-days|[0-9]{4})\\.csv}`, address: `${HOME}/30-days.csv`, as: 'officer' },
]
