import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { roleNames } from '../../platform/roles.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { civilDayWords, plural } from '../../ui/words.ts'
import { progress } from './handovers.ts'
import { countReadBy } from './interests.ts'
import { mayHandle, maySeePack } from './rules.ts'
import { all, type Vacancy } from './vacancies.ts'

/** Offices that need somebody, and handovers under way. */
export async function vacanciesToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  const known = await all(tx)
  if (known.length === 0) return []
  const open = known.filter(({ state }) => state === 'open')
  const unfinished = known.filter((one) => isUnfinished(one) && maySeePack(actor, one.role))
  const counts = mayHandle(actor) ? await countReadBy(tx, actor.roles) : new Map<string, number>()
  const packs = unfinished.length ? await progress(tx) : new Map<string, { done: number; all: number }>()
  return [
    ...open.map((one) => (mayHandle(actor) ? handled(one, counts.get(one.id) ?? 0) : lookedFor(one))),
    ...unfinished.map((one) => handedOver(one, packs.get(one.id))),
  ]
}

const isUnfinished = ({ state, leaves, comes }: Vacancy): boolean =>
  state === 'filled' && (comes?.signedAt === null || (leaves !== null && leaves.signedAt === null))

const lookedFor = ({ role, sayBy }: Vacancy): TodayItem => ({
  icon: 'user-plus',
  tone: 'plain',
  sentence: `We need somebody: ${roleNames[role]}`,
  reason: `Members can say so until ${civilDayWords(sayBy)}. Do you know somebody?`,
  action: { label: 'Read the notice', href: '/my/vacancies' },
})

const handled = ({ id, role, sayBy }: Vacancy, count: number): TodayItem => ({
  icon: 'user-plus',
  tone: count > 0 ? 'warn' : 'plain',
  sentence:
    count > 0
      ? `${plural(count, 'member', 'members')} would take this on: ${roleNames[role]}`
      : `Nobody yet: ${roleNames[role]}`,
  reason: `Members can say so until ${civilDayWords(sayBy)}. What they say is in confidence.`,
  action: { label: count > 0 ? 'Read it' : 'Look at it', href: `/office/officers/vacancies/${id}` },
})

const handedOver = ({ id, role, handsOverOn }: Vacancy, pack = { done: 0, all: 0 }): TodayItem => ({
  icon: 'key-round',
  tone: 'plain',
  sentence: `Hand over: ${roleNames[role]}, on ${civilDayWords(handsOverOn!)}`,
  reason: `${pack.done} of ${plural(pack.all, 'line')} of the pack are done. Both sign it off.`,
  action: { label: 'Open the pack', href: `/office/officers/vacancies/${id}/pack` },
})
