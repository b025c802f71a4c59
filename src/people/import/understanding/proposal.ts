import type { ConsentClaim } from './consents.ts'
import type { Kind } from '../../kinds.ts'
import type { Remark } from './outcome.ts'

/** A person as a list has them. What is not said there is not here. */
export interface ProposedPerson {
  readonly name?: string
  readonly title?: string
  readonly sortName?: string
  readonly email?: string
  readonly phone?: string
  readonly postcode?: string
  /** Lines, the house first. */
  readonly address?: string
  readonly kind?: Kind
  readonly lapsed?: true
  readonly rate?: string
  readonly joinedOn?: string
  readonly leftOn?: string
  readonly renewsOn?: string
  readonly occupation?: string
  readonly interests?: readonly string[]
  readonly offers?: readonly string[]
  readonly localGroup?: string
  readonly council?: string
  readonly constituency?: string
  readonly employer?: string
  readonly union?: string
  readonly theirId?: string
  readonly notes?: string
  readonly consent?: ConsentClaim
}

/** One row of a list, understood. */
export interface Proposal {
  readonly row: number
  readonly person: ProposedPerson
  /** While there is one, the row does not come in: somebody mends it or leaves the row out. */
  readonly problems: readonly Remark[]
  /** What was assumed or left out. */
  readonly notices: readonly Remark[]
}
