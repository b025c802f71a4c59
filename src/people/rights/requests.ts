import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dayOf } from '../../platform/time.ts'
import type { Objectable } from '../purposes.ts'
import { type Clocked, daysUntil, mayExtend, mayStop } from './clock.ts'
import * as events from './events.ts'
import type { Outcome, RequestChannel, RequestKind, RequestState } from './requestKinds.ts'

/** What somebody asked of whoever holds their data, and how far it is. */
export interface DataRequest extends Clocked {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly restrictedAt: Date | null
  readonly channel: RequestChannel
  readonly words: string
  readonly purposes: readonly Objectable[]
  readonly acknowledgedAt: Date | null
  readonly question: string
  readonly extendedWhy: string
  readonly state: RequestState
  readonly answer: string
  readonly answeredBy: string | null
  readonly endedAt: Date | null
}

export interface NewRequest {
  readonly personId: string
  readonly kind: RequestKind
  readonly channel: RequestChannel
  readonly words?: string
  readonly purposes?: readonly Objectable[]
  /** When it came, if that was before today. */
  readonly receivedOn?: string
}

export async function receive(act: Act, given: NewRequest): Promise<string> {
  const { personId, kind, channel, words = '', purposes = [], receivedOn = dayOf(act) } = given
  const { id } = await act.tx
    .insertInto('people.data_request')
    .values({
      group_id: act.group.id,
      person_id: personId,
      kind,
      channel,
      words,
      purposes: [...purposes],
      received_on: receivedOn,
      entered_by: act.by.personId === personId ? null : act.by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(act, events.requestReceived, { request: id })
  return id
}

/** Open ones, the oldest first; or those that have ended, the newest first. */
export const list = async (tx: Tx, { ended }: { ended: boolean }): Promise<readonly DataRequest[]> =>
  asRequests(
    await (
      ended
        ? select(tx).where('r.state', '<>', 'open').orderBy('r.ended_at', 'desc').orderBy('r.id')
        : select(tx).where('r.state', '=', 'open').orderBy('r.received_on').orderBy('r.id')
    )
      .limit(500)
      .execute(),
  )

export async function counts(tx: Tx): Promise<{ readonly open: number; readonly ended: number }> {
  const { rows } = await sql<{ open: number; ended: number }>`
    select count(*) filter (where state = 'open')::int as open, count(*) filter (where state <> 'open')::int as ended
    from people.data_request`.execute(tx)
  return rows[0]!
}

/** A person's own, the newest first. */
export const ofPerson = async (tx: Tx, personId: string): Promise<readonly DataRequest[]> =>
  asRequests(await select(tx).where('r.person_id', '=', personId).orderBy('r.id', 'desc').limit(100).execute())

/** One by its id, or a 404 that names nobody. */
export async function find(tx: Tx, id: string): Promise<DataRequest> {
  const [found] = asRequests(await select(tx).where('r.id', '=', id).execute())
  return found ?? missing()
}

/** We said that it came. */
export async function acknowledge(act: Act, id: string): Promise<DataRequest> {
  const request = await lockOpen(act.tx, id)
  if (request.acknowledgedAt) throw new Refusal('They were told already that it came.')
  await set(act, id, { acknowledged_at: act.at })
  await record(act, events.requestAcknowledged, { request: id })
  return request
}

/** The person is asked what they mean: until they answer, the clock stands still. */
export async function stop(act: Act, { id, question }: { id: string; question: string }): Promise<DataRequest> {
  const request = await lockOpen(act.tx, id)
  if (!mayStop(request)) throw new Refusal('The clock of this request cannot be stopped, or stands still already.')
  await set(act, id, { stopped_on: dayOf(act), question })
  await record(act, events.clockStopped, { request: id })
  return request
}

/** They have answered. */
export async function resume(act: Act, id: string): Promise<void> {
  const { stoppedOn, stoppedDays } = await lockOpen(act.tx, id)
  if (stoppedOn === null) throw new Refusal('The clock of this request is running.')
  await set(act, id, { stopped_on: null, stopped_days: stoppedDays + daysUntil(dayOf(act), stoppedOn) })
  await record(act, events.clockResumed, { request: id })
}

/** Two months more, with a reason that the person is told. */
export async function extend(act: Act, { id, why }: { id: string; why: string }): Promise<DataRequest> {
  const request = await lockOpen(act.tx, id)
  if (!mayExtend(request, dayOf(act))) throw new Refusal('More time must be told before the first month is over, once.')
  await set(act, id, { extended_at: act.at, extended_why: why })
  await record(act, events.requestExtended, { request: id })
  return request
}

export async function answer(
  act: Act,
  { id, outcome, words }: { id: string; outcome: Outcome; words: string },
): Promise<DataRequest> {
  const request = await lockOpen(act.tx, id)
  await end(act, request, { state: outcome, answer: words, answered_by: act.by.personId })
  await record(act, events.requestAnswered, { request: id })
  return request
}

/** The person thinks better of it. Somebody else's request is not there for them. */
export async function withdraw(act: Act, { id, personId }: { id: string; personId: string }): Promise<void> {
  const request = await lockOpen(act.tx, id)
  if (request.personId !== personId) missing()
  await end(act, request, { state: 'withdrawn' })
  await record(act, events.requestWithdrawn, { request: id })
}

/** An answer ends a standstill; what it took stays counted. */
async function end(act: Act, { id, stoppedOn, stoppedDays }: DataRequest, values: Values): Promise<void> {
  const still = stoppedOn === null ? 0 : daysUntil(dayOf(act), stoppedOn)
  await set(act, id, { ...values, ended_at: act.at, stopped_on: null, stopped_days: stoppedDays + still })
}

type Values = Readonly<Record<string, string | number | Date | null>>

const set = ({ tx }: Act, id: string, values: Values) =>
  tx.updateTable('people.data_request').set(values).where('id', '=', id).execute()

/** Locked until the act ends, so that two officers do not answer twice. */
async function lockOpen(tx: Tx, id: string): Promise<DataRequest> {
  await tx.selectFrom('people.data_request').select('id').where('id', '=', id).forUpdate().execute()
  const request = await find(tx, id)
  if (request.state !== 'open') throw new Refusal('This request has been answered already.')
  return request
}

const select = (tx: Tx) =>
  tx
    .selectFrom('people.data_request as r')
    .innerJoin('people.person as p', 'p.id', 'r.person_id')
    .leftJoin('people.named as o', 'o.id', 'r.answered_by')
    .select(['r.id', 'r.person_id as personId', 'p.name', 'p.email', 'p.restricted_at as restrictedAt', 'r.kind'])
    .select([
      'r.channel',
      'r.words',
      'r.purposes',
      'r.received_on as receivedOn',
      'r.acknowledged_at as acknowledgedAt',
    ])
    .select(['r.stopped_on as stoppedOn', 'r.stopped_days as stoppedDays', 'r.question', 'r.extended_at as extendedAt'])
    .select(['r.extended_why as extendedWhy', 'r.state', 'r.answer', 'o.name as answeredBy', 'r.ended_at as endedAt'])

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const asRequests = (rows: readonly Row[]): readonly DataRequest[] =>
  rows.map(({ extendedAt, ...row }) => ({
    ...row,
    kind: row.kind as RequestKind,
    channel: row.channel as RequestChannel,
    purposes: row.purposes as Objectable[],
    state: row.state as RequestState,
    acknowledged: row.acknowledgedAt !== null,
    extended: extendedAt !== null,
  }))

function missing(): never {
  throw new Refusal('There is no such request.', 404)
}
