import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { TodayItem } from '../platform/slice.ts'
import { addressesToday } from './emails/today.ts'
import { today as factorsToday } from './factors/today.ts'
import { newcomersToday } from './join/newcomers.ts'
import { registerToday } from './register/today.ts'
import { requestsToday } from './rights/today.ts'
import { vacanciesToday } from './vacancies/today.ts'

/** What of the register needs this officer. */
export const today = async (tx: Tx, actor: Actor): Promise<readonly TodayItem[]> => [
  ...(await requestsToday(tx, actor)),
  ...(await newcomersToday(tx, actor)),
  ...(await registerToday(tx, actor, new Date())),
  ...(await addressesToday(tx, actor)),
  ...(await vacanciesToday(tx, actor)),
  ...(await factorsToday(tx, actor)),
]
