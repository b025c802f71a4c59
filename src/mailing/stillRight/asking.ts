import { sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.ts'
import { imprintSetting } from '../../publishing/index.ts'
import { composed, htmlOf, plainOf } from '../compose/composed.ts'
import { findLetter } from '../compose/letter.ts'
import { hasImprint, noImprint } from '../office/blockers.ts'
import { copyCaps } from '../sending/caps.ts'
import { callBack, type LetterState, schedule, write } from '../sending/letters.ts'
import { notAskedYet } from './askedOnce.ts'
import { blocksOf, subjectOf } from './words.ts'

/** Any class of advisory locks that nothing else in this database uses. */
const LOCK = 7_241_909

/** Everybody who may be asked and was not yet: those whom a list brought since, and those allowed before whose turn never came. */
export async function toAsk(tx: Tx, secret: string): Promise<number> {
  const fresh = await register.stillRight.waiting(tx, secret)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from people.reachable r
    where r.purpose = 'still_right' and ${notAskedYet(sql`r.person_id`, sql`lower(r.email)`)}`.execute(tx)
  return fresh.length + rows[0]!.n
}

export interface AskingLetter {
  readonly id: string
  readonly state: LetterState
  readonly sendAt: Date | null
}

/** The letter that is not over yet. There is one at most. */
export async function openLetter(tx: Tx): Promise<AskingLetter | undefined> {
  const { rows } = await sql<AskingLetter>`
    select id, state, send_at as "sendAt" from mailing.letter
    where kind = 'still_right' and state in ('draft', 'scheduled', 'sending', 'paused')`.execute(tx)
  return rows[0]
}

/** Notes in the ledger who may be asked, and gives the draft that asks them. A draft that was called back serves again. */
export async function prepare(act: Act, secret: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(${LOCK}, ${act.group.id})`.execute(act.tx)
  const open = await openLetter(act.tx)
  if (open && open.state !== 'draft') throw new Refusal('This letter is on its way already.', 409)
  if (!(await toAsk(act.tx, secret))) throw new Refusal('There is nobody to ask.', 409)
  const { imprint } = await readSettings(act.tx, { imprint: imprintSetting })
  if (!hasImprint(imprint)) throw new Refusal(noImprint.sentence, 422, noImprint.mend)
  await register.stillRight.mayBeAsked(act, secret)
  return open?.id ?? write(act, { kind: 'still_right', subject: subjectOf(act.group.name) })
}

/** Fixes the letter's words and decides that it goes out; it can be called back for five minutes. */
export async function decide(
  act: Act,
  id: string,
  { group, home }: { readonly group: KnownGroup; readonly home: string },
): Promise<Date> {
  const letter = { ...(await findLetter(act.tx, id)), shown: 'no', slug: null, blocks: blocksOf(group.name) } as const
  const ready = await composed(act.tx, letter, { group, home, at: act.at })
  await sql`update mailing.letter set shown = 'no', html = ${htmlOf(ready)}, plain = ${plainOf(ready)}
    where id = ${id} and state = 'draft'`.execute(act.tx)
  await copyCaps(act, id)
  return schedule(act, id)
}

export async function recall(act: Act): Promise<void> {
  const open = await openLetter(act.tx)
  if (!open) throw new Refusal('There is no such letter on its way.', 404)
  await callBack(act, open.id)
}

/** What became of all who were asked, in all the years. */
export interface Numbers {
  readonly asked: number
  readonly waiting: number
  readonly yes: number
  readonly no: number
}

export async function numbers(tx: Tx): Promise<Numbers> {
  const { rows } = await sql<Numbers>`
    with one as (
      select d.person_id, d.state, d.attempts from mailing.delivery d
      join mailing.letter l on l.id = d.letter_id where l.kind = 'still_right')
    select count(*) filter (where attempts > 0)::int as asked,
      count(*) filter (where state = 'waiting' and attempts = 0)::int as waiting,
      count(*) filter (where exists (select from people.reachable r
        where r.person_id = one.person_id and r.purpose = 'newsletter'))::int as yes,
      count(*) filter (where exists (select from people.unreachable u
        where u.person_id = one.person_id and u.purpose = 'still_right' and u.why = 'said_no'))::int as no
    from one`.execute(tx)
  return rows[0]!
}
