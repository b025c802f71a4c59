import type { Act } from '../../platform/act.ts'
import type { Conversion } from './conversion.ts'
import type { Survey } from './survey.ts'
import type { Tally } from './tally.ts'

/** What every part of one import has at hand. */
export interface Run {
  readonly act: Act
  readonly importId: string
  /** The old site's address: imports of one site know each other by it. */
  readonly source: string
  readonly survey: Survey
  readonly tally: Tally
  readonly conversion: Conversion
  /** Keys of all items met so far: of several with one number only the first counts. */
  readonly met: Set<string>
}
