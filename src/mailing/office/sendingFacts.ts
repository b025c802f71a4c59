import type { Tx } from '../../platform/database.ts'
import type { Group } from '../../platform/group.ts'
import { senderOf } from '../../platform/mail.ts'
import type { Config } from '../../platform/config.ts'
import { readSettings } from '../../platform/settings.ts'
import { imprintSetting } from '../../publishing/index.ts'
import { capsSetting } from '../sending/caps.ts'
import type { Caps } from '../sending/rules.ts'
import { type Blocker, blockersOf } from './blockers.ts'
import { findOfficeLetter, hasBegun, type OfficeLetter } from './officeLetter.ts'
import { handedOfLate, type Outcome, outcomeOf } from './outcome.ts'
import { reachOf } from './reach.ts'

/** Everything that the pages about sending one letter say. */
export interface SendingFacts {
  readonly letter: OfficeLetter
  /** How many get it as things are; once it has begun, how many were written down. */
  readonly readers: number
  /** Of the letter from the decision on; the group's own before. */
  readonly caps: Caps
  readonly already: number
  readonly blockers: readonly Blocker[]
  readonly outcome: Outcome
  readonly sender: { readonly name: string; readonly address: string }
  /** With none, letters go to a folder. */
  readonly hasServer: boolean
  readonly now: Date
}

export async function readSending(
  tx: Tx,
  id: string,
  { group, config }: { readonly group: Group; readonly config: Config },
): Promise<SendingFacts> {
  const now = new Date()
  const letter = await findOfficeLetter(tx, id)
  const { caps, imprint } = await readSettings(tx, { caps: capsSetting, imprint: imprintSetting })
  const outcome = await outcomeOf(tx, id)
  const readers = hasBegun(letter) ? outcome.all : (await reachOf(tx, { letter, group, at: now })).gets
  return {
    letter,
    readers,
    caps: letter.state === 'draft' ? caps : letter,
    already: await handedOfLate(tx, now),
    blockers: letter.state === 'draft' ? blockersOf({ letter, imprint, readers }) : [],
    outcome,
    sender: { name: group.name, address: senderOf(config) },
    hasServer: config.smtpUrl !== undefined,
    now,
  }
}
