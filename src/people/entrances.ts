import type { Act } from '../platform/act.ts'
import { tellChange } from './factors/letters.ts'
import { holdsFactor } from './factors/factors.ts'
import * as recoveries from './factors/recoveries.ts'
import type { SecondFactor } from './factors/rules.ts'
import * as secondSteps from './factors/secondSteps.ts'
import * as sessions from './sessions.ts'

/** What a browser holds once somebody has shown who they are: a session, or the beginning of the second step. */
export type Entrance = { readonly session: string } | { readonly secondStep: string }

/** After the letter: whoever has a factor shows it next; a host's link counts as one. */
export async function afterLetter(
  act: Act,
  { personId, byHost = false, browser }: { personId: string; byHost?: boolean; browser: string | null },
): Promise<Entrance> {
  if (!byHost && (await holdsFactor(act.tx, personId))) return { secondStep: await secondSteps.begin(act, personId) }
  return { session: await sessions.start(act, { personId, byHost, browser }) }
}

interface Shown {
  readonly personId: string
  readonly by: SecondFactor
  /** The token of the second step that this ends, if it was one. */
  readonly step?: string | undefined
  readonly browser: string | null
  readonly origin: string
}

/** After a factor: in. A request for help is over with it. */
export async function afterFactor(act: Act, { personId, by, step, browser, origin }: Shown): Promise<Entrance> {
  if (step) await secondSteps.end(act, step)
  await recoveries.withdraw(act, personId)
  if (by === 'recovery code') await tellChange(act, { personId, change: 'code used', origin })
  return { session: await sessions.start(act, { personId, secondFactor: by, browser }) }
}
