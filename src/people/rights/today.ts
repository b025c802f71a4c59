import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { civilDayWords, plural } from '../../ui/words.ts'
import { mayKeepRegister } from '../permissions.ts'
import * as approvals from './approvals.ts'
import { acknowledgeBy, nextDay, type Pressing, pressing } from './clock.ts'
import { requestNames } from './requestKinds.ts'
import * as requests from './requests.ts'
import * as retention from './retention.ts'

/** Requests with their days, words that another officer waits for, and what has been kept long enough. Names nobody. */
export async function requestsToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  if (!actor.personId || !mayKeepRegister(actor)) return []
  const today = await todayIn(tx)
  const open = await requests.list(tx, { ended: false })
  const { asked, given } = await approvals.counts(tx, actor.personId)
  const proposed = Object.values(await retention.counts(tx, today)).reduce((sum, n) => sum + n, 0)
  return [
    ...open.slice(0, MOST).map((request) => requestItem(request, today)),
    ...(open.length > MOST ? [more(open.length - MOST)] : []),
    ...(asked ? [wordWanted(asked)] : []),
    ...(given ? [agreed(given)] : []),
    ...(proposed ? [keptLong(proposed)] : []),
  ]
}

/** The group's own day. */
async function todayIn(tx: Tx): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select (now() at time zone zone)::date::text as today from platform.group where id = platform.current_group()`.execute(
    tx,
  )
  return rows[0]!.today
}

const MOST = 5
const TONES = { overdue: 'bad', soon: 'warn', running: 'plain', stopped: 'plain' } as const satisfies Record<
  Pressing,
  TodayItem['tone']
>

function requestItem(request: requests.DataRequest, today: string): TodayItem {
  const press = pressing(request, today)
  const day = civilDayWords(nextDay(request, today))
  const what = `${request.kind === 'access' || request.kind === 'objection' ? 'An' : 'A'} ${requestNames[request.kind].toLowerCase()}`
  const acknowledge = acknowledgeBy(request) !== null
  return {
    icon: press === 'overdue' ? 'clock-alert' : 'clock',
    tone: TONES[press],
    sentence:
      press === 'stopped'
        ? `${what}: the clock stands still`
        : `${what} ${duty(press === 'overdue', acknowledge)} ${day}`,
    reason:
      press === 'stopped'
        ? 'They were asked something and have not answered yet.'
        : press === 'overdue'
          ? 'The law’s time is over. Answer it now, and say that you are sorry that it took so long.'
          : 'Somebody asked about what the group holds of them. The law gives a day for the answer.',
    action: { label: 'Look at it', href: `/office/requests/${request.id}` },
  }
}

function duty(overdue: boolean, acknowledge: boolean): string {
  if (acknowledge) return overdue ? 'should have been acknowledged by' : 'must be acknowledged by'
  return overdue ? 'was due on' : 'is due on'
}

const more = (count: number): TodayItem => ({
  icon: 'clock',
  tone: 'plain',
  sentence: `${plural(count, 'more request', 'more requests')} about people’s data`,
  reason: 'Each has a day by which it must be answered.',
  action: { label: 'See all', href: '/office/requests' },
})

const wordWanted = (count: number): TodayItem => ({
  icon: 'shield',
  tone: 'warn',
  sentence: `${plural(count, 'erasure waits', 'erasures wait')} for a second officer`,
  reason: 'Deleting somebody for good needs two of you.',
  action: { label: 'Look at it', href: '/office/requests/erasures' },
})

const agreed = (count: number): TodayItem => ({
  icon: 'trash-2',
  tone: 'plain',
  sentence: `${plural(count, 'erasure is', 'erasures are')} agreed and not done yet`,
  reason: 'A second officer said yes. It counts for 30 days.',
  action: { label: 'Look at it', href: '/office/requests/erasures' },
})

const keptLong = (count: number): TodayItem => ({
  icon: 'archive',
  tone: 'plain',
  sentence: `${plural(count, 'entry has', 'entries have')} been kept long enough`,
  reason: 'By your own rules. Nothing is deleted until one of you says so.',
  action: { label: 'Decide', href: '/office/requests/retention' },
})
