import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { TodayItem } from '../platform/slice.ts'
import { repliesToday } from './mailbox/today.ts'
import { lettersToday } from './office/today.ts'
import { uncertainToday } from './toOne/today.ts'

/** What of the letters needs this officer. */
export const mailingToday = async (tx: Tx, actor: Actor): Promise<readonly TodayItem[]> => [
  ...(await lettersToday(tx, actor)), //
  ...(await repliesToday(tx, actor)),
  ...(await uncertainToday(tx, actor)),
]
