import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { asJson, takeTime } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { atMost } from '../../platform/rowLimits.ts'
import type { WhyDead } from '../incoming/refusals.ts'
import { mornings } from '../readers/frequencies.ts'
import { mayGetNewsletter } from '../readers/preferences.ts'
import { inAudience } from './audience.ts'
import { addressIsDead } from './deadAddresses.ts'
import { letterSent, sendingBegan, sendingPaused } from './events.ts'
import type { LetterState } from './letters.ts'
import { notAskedYet, useUp } from '../stillRight/askedOnce.ts'
import {
  allowance,
  type Caps,
  type Handed,
  hasCaps,
  type LetterKind,
  LOOKED_AT,
  purposeOf,
  tooManyRefused,
} from './rules.ts'

/** Any class of advisory locks that nothing else in this database uses. */
const CAPS_LOCK = 7_241_904

/** One reader's letter, to be handed over now. */
export interface Due {
  readonly id: string
  readonly address: string
  readonly name: string
  readonly attempts: number
  readonly messageId: string
}

export interface Result {
  readonly id: string
  readonly state: 'accepted' | 'refused' | 'waiting' | 'uncertain'
  readonly said: string
  readonly next_at: Date | null
  /** The server says that there is no such address. */
  readonly dead?: WhyDead | null
}

export interface Exchange {
  readonly letterId: string
  /** Who hands over: a run, whose lock says that it lives. */
  readonly run: string
  readonly results: readonly Result[]
  /** How many could be handed over now. */
  readonly want: number
  /** The right side of each Message-ID. */
  readonly domain: string
}
export interface Exchanged {
  readonly due: readonly Due[]
  /** With none due, when to ask again; null: never. */
  readonly again: Date | null
}

/**
 * Writes down once who gets the letter: those whom people.reachable gives for its kind at this moment, one for each address. A
 * trigger refuses anybody else. Whoever asked for one newsletter a month is left out of what comes sooner; whoever asked for
 * notices once a day or a week waits for the morning.
 */
export async function fill(act: Act, letterId: string): Promise<void> {
  const { rows } = await sql<{ audience: string }>`
    update mailing.letter set state = 'sending', filled_at = ${act.at}, watched_from = ${act.at}
    where id = ${letterId} and state = 'scheduled' and send_at <= ${act.at} returning audience`.execute(act.tx)
  if (!rows.length) return
  await takeTime(act, Infinity) // the trigger looks at all rows at once, and of a few thousand new readers the planner knows nothing yet
  const { daily, weekly } = mornings(act.at, act.group.zone)
  const { numAffectedRows } = await sql`
    insert into mailing.delivery (group_id, letter_id, person_id, address, next_at)
    select distinct on (lower(r.email)) l.group_id, l.id, r.person_id, lower(r.email),
      case when l.kind <> 'notice' then ${act.at}::timestamptz else coalesce((
        select case p.notices when 'daily' then ${daily}::timestamptz when 'weekly' then ${weekly}::timestamptz end
        from mailing.preference p where p.person_id = r.person_id), ${act.at}::timestamptz) end
    from mailing.letter l
    join people.reachable r on r.purpose = ${purpose(sql`l.kind`)}
    where l.id = ${letterId} and ${inAudience(rows[0]!.audience, act)}
      and (l.kind <> 'newsletter' or ${mayGetNewsletter(sql`r.person_id`, act.at)})
      and (l.kind <> 'still_right' or ${notAskedYet(sql`r.person_id`, sql`lower(r.email)`)})
    order by lower(r.email), r.person_id
    on conflict (group_id, letter_id, address) do nothing`.execute(act.tx)
  await record(act, sendingBegan, { letter: letterId, deliveries: Number(numAffectedRows ?? 0) })
}

/** In SQL: by which right a letter of this kind is sent. */
const purpose = (kind: RawBuilder<unknown>): RawBuilder<string> =>
  sql`case ${kind} when 'newsletter' then ${purposeOf.newsletter} when 'still_right' then ${purposeOf.still_right} else ${purposeOf.notice} end`

/**
 * One transaction: what became of the last letters is noted, and the next are taken, each with its Message-ID. So 'handing over'
 * is committed before a dialogue begins, and no more are handed over than there are connections.
 */
export async function exchange(act: Act, asked: Exchange): Promise<Exchanged> {
  const letter = await noteAndLock(act, asked)
  for (const { id, dead } of asked.results) if (dead) await addressIsDead(act, id, dead)
  if (letter?.kind === 'still_right') await useUp(act, idsOf(asked.results))
  if (letter?.state === 'stopped') await cancelWaiting(act, asked.letterId) // it was told "later" after the stop
  if (letter?.state !== 'sending') return { due: [], again: null }
  if (asked.results.some(({ state }) => state === 'refused') && (await pausedForErrors(act, asked)))
    return { due: [], again: null }
  if (!asked.want) return { due: [], again: act.at }
  const { now, again } = await allowed(act, letter)
  if (!now) return { due: [], again }
  const { due, left } = await take(act, { ...asked, want: Math.min(asked.want, now) })
  if (due.length) return { due, again: null }
  return { due, again: left ? act.at : await nextMoment(act, asked.letterId) }
}

/** Whoever has not been sent it by now is not. */
export async function cancelWaiting({ tx, at }: Act, letterId: string): Promise<void> {
  await sql`update mailing.delivery set state = 'cancelled', ended_at = ${at}
    where letter_id = ${letterId} and state = 'waiting'`.execute(tx)
}

/** Those whose run has died: whether they were taken, nobody can tell. They are not sent again by themselves. */
export async function nowUncertain(act: Act, run: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`update mailing.delivery set state = 'uncertain', ended_at = ${act.at}
    where handed_by = ${run} and state = 'handing_over' returning id`.execute(act.tx)
  await useUp(act, idsOf(rows))
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id)

/** Runs that have something on the wire. */
export async function runsUnderWay(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ run: string }>`
    select distinct handed_by as run from mailing.delivery where state = 'handing_over'`.execute(tx)
  return rows.map(({ run }) => run)
}

type LockedLetter = Caps & { readonly state: LetterState; readonly kind: LetterKind }

/**
 * What became of the last letters, found by their ids, said a second time: the planner would else take the rows for so many that it
 * reads the group's whole table. And the letter as it stands: a pause waits for this transaction, and holds from its own commit on.
 */
async function noteAndLock({ tx, at }: Act, { letterId, run, results }: Exchange): Promise<LockedLetter | undefined> {
  const { rows } = await sql<LockedLetter>`
    with noted as (
      update mailing.delivery d set state = r.state, said = r.said, next_at = coalesce(r.next_at, d.next_at),
        ended_at = case when r.state = 'waiting' then null else ${at}::timestamptz end
      from jsonb_to_recordset(${asJson(results.map((one) => ({ ...one })))}::jsonb) as r (id uuid, state text, said text, next_at timestamptz)
      where d.id = any(${idsOf(results)}::uuid[]) and d.id = r.id and d.handed_by = ${run}
        and d.state in ('handing_over', 'uncertain') and d.state <> r.state)
    select state, kind, per_second, per_hour, per_day from mailing.letter where id = ${letterId} for no key update`.execute(
    tx,
  )
  return rows[0]
}

/** The caps are the provider's, so all letters of the group count, and one worker at a time counts them. */
async function allowed({ tx, group, at }: Act, caps: Caps): Promise<{ now: number; again: Date | null }> {
  if (!hasCaps(caps)) return { now: Infinity, again: null }
  await sql`select pg_advisory_xact_lock(${CAPS_LOCK}, ${group.id})`.execute(tx)
  const { rows } = await sql<Handed>`
    select count(*) filter (where handed_at > ${at}::timestamptz - interval '1 second')::int as in_second,
      count(*) filter (where handed_at > ${at}::timestamptz - interval '1 hour')::int as in_hour,
      count(*)::int as in_day,
      min(handed_at) filter (where handed_at > ${at}::timestamptz - interval '1 hour') as first_in_hour,
      min(handed_at) as first_in_day
    from mailing.delivery where handed_at > ${at}::timestamptz - interval '1 day'`.execute(tx)
  return allowance(caps, rows[0]!, at)
}

/**
 * Whoever may no longer be written to since the letter began is left out. Found by the person's id: under row security no index
 * is used for `lower(…)`, which is not leakproof (PostgreSQL, "Rules and Privileges"). How many stands in the statement as a
 * figure: a limit that comes later the planner takes for a tenth of all, for which it would read the group's whole table.
 */
async function take(
  { tx, at }: Act,
  { letterId, run, want, domain }: Exchange,
): Promise<{ due: readonly Due[]; left: boolean }> {
  const { rows } = await sql<Due & { state: string }>`
    with due as (
      select d.id, d.group_id, d.person_id, d.address, l.kind from mailing.delivery d
      join mailing.letter l on l.group_id = d.group_id and l.id = d.letter_id
      where d.letter_id = ${letterId} and d.state = 'waiting' and d.next_at <= ${at}
      order by d.next_at, d.id ${atMost(want)} for update of d skip locked)
    update mailing.delivery d set
      state = case when r.email is null then 'cancelled' else 'handing_over' end,
      ended_at = case when r.email is null then ${at}::timestamptz end,
      handed_by = ${run}, handed_at = case when r.email is null then null else ${at}::timestamptz end,
      attempts = d.attempts + case when r.email is null then 0 else 1 end,
      message_id = d.id::text || '.' || (d.attempts + 1) || ${`@${domain}`}::text
    from due left join lateral (
      select r.name, r.email from people.reachable r where r.person_id = due.person_id and lower(r.email) = due.address
        and r.purpose = ${purpose(sql`due.kind`)} limit 1) r on true
    where d.group_id = due.group_id and d.id = due.id
    returning d.id, d.state, d.address, d.attempts, d.message_id as "messageId", r.name`.execute(tx)
  return { due: rows.filter(({ state }) => state === 'handing_over'), left: rows.length > 0 }
}

async function pausedForErrors(act: Act, { letterId, results }: Exchange): Promise<boolean> {
  const { rows } = await sql<{ ended: number; refused: number }>`
    select count(*)::int as ended, count(*) filter (where state = 'refused')::int as refused from (
      select d.state from mailing.delivery d join mailing.letter l on l.group_id = d.group_id and l.id = d.letter_id
      where d.letter_id = ${letterId} and d.state in ('accepted', 'refused') and d.ended_at >= l.watched_from
      order by d.ended_at desc ${atMost(LOOKED_AT)}) as last`.execute(act.tx)
  if (!tooManyRefused(rows[0]!)) return false
  await pauseForTrouble(act, letterId, results.find(({ state }) => state === 'refused')!.said)
  return true
}

/** The letter waits for an officer, who reads the server's words. */
export async function pauseForTrouble(act: Act, letterId: string, words: string): Promise<void> {
  const { numAffectedRows } = await sql`update mailing.letter set state = 'paused', trouble = ${words}
    where id = ${letterId} and state = 'sending'`.execute(act.tx)
  if (numAffectedRows) await record(act, sendingPaused, { letter: letterId })
}

/** With nothing more to come, the letter is sent. What is on the wire elsewhere is waited for. */
async function nextMoment(act: Act, letterId: string): Promise<Date | null> {
  const { rows } = await sql<{ next_at: Date | null; under_way: boolean }>`
    select (select min(next_at) from mailing.delivery where letter_id = ${letterId} and state = 'waiting') as next_at,
      exists (select from mailing.delivery where letter_id = ${letterId} and state = 'handing_over') as under_way`.execute(
    act.tx,
  )
  const { next_at, under_way } = rows[0]!
  if (next_at) return new Date(Math.max(next_at.getTime(), act.at.getTime() + 1000))
  if (under_way) return new Date(act.at.getTime() + 5000)
  const { numAffectedRows } = await sql`update mailing.letter set state = 'sent', ended_at = ${act.at}
    where id = ${letterId} and state = 'sending'`.execute(act.tx)
  if (numAffectedRows) await record(act, letterSent, { letter: letterId })
  return null
}
