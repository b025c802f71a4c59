import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue } from '../../platform/jobs.ts'
import { limit } from '../../platform/rate.ts'
import { hashToken, keyedHash } from '../../platform/secret.ts'
import { type Answers, answersFrom } from './answers.ts'
import { answerApplication } from './answering.ts'
import { UNCONFIRMED_DAYS, UNSENT_HOURS } from './rules.ts'

/** What one browser has answered so far. */
export interface Application {
  readonly id: string
  readonly answers: Answers
}

/** Who fills it in, for limits only. */
export interface Sender {
  /** A keyed hash of the network. */
  readonly network: string
  readonly secret: string
  /** Where the letter's link shall lead. */
  readonly origin: string
}

/** Begins one for a browser, known by the token in its cookie. */
export async function begin(act: Act, token: string, { network }: Sender): Promise<Application> {
  await limit(act, { key: `join begun ${network}`, times: 60, minutes: 10 })
  const { id } = await act.tx
    .insertInto('people.application')
    .values({ group_id: act.group.id, browser_hash: hashToken(token), begun_at: act.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, answers: {} }
}

/** The one a browser is filling in. Sent ones are closed, and those of yesterday are gone. */
export async function findOpen(tx: Tx, token: string, at: Date): Promise<Application | null> {
  const row = await tx
    .selectFrom('people.application')
    .select(['id', 'answers'])
    .where('browser_hash', '=', hashToken(token))
    .where('sent_at', 'is', null)
    .where('begun_at', '>', new Date(at.getTime() - UNSENT_HOURS * 3_600_000))
    .executeTakeFirst()
  return row ? { id: row.id, answers: answersFrom(row.answers) } : null
}

export async function save({ tx }: Act, { id, answers }: Application): Promise<void> {
  await tx
    .updateTable('people.application')
    .set({ answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}

/**
 * Sends it off. The register is not asked anything here: who is known and who is not is found out by the job, after the
 * page was answered, so that neither its words nor its time tell anybody. A 429 Refusal for who sends too much.
 */
export async function send(act: Act, { id, answers }: Application, { network, secret, origin }: Sender): Promise<void> {
  // A meeting of forty may join over one hall's network.
  await limit(act, { key: `join ${network}`, times: 40, minutes: 10 })
  await limit(act, { key: `join ${network} day`, times: 200, minutes: 24 * 60 })
  const address = keyedHash(secret, 'join address', (answers.email ?? '').toLowerCase())
  await limit(act, { key: `${address} day`, times: 4, minutes: 24 * 60 }) // nobody's mailbox is filled by our letters
  await act.tx
    .updateTable('people.application')
    .set({ answers: JSON.stringify(answers), sent_at: act.at, origin })
    .where('id', '=', id)
    .execute()
  await enqueue(act, { job: answerApplication, payload: { application: id } })
}

/** What was not sent within a day, and what nobody confirmed within seven, is gone. */
export async function sweep({ tx, at }: Act): Promise<void> {
  await sql`delete from people.application where ${over(sql`${at}::timestamptz`)}`.execute(tx)
}

const over = (
  now: ReturnType<typeof sql>,
) => sql`(sent_at is null and begun_at < ${now} - make_interval(hours => ${sql.lit(UNSENT_HOURS)}))
  or sent_at < ${now} - make_interval(days => ${sql.lit(UNCONFIRMED_DAYS)})`

/** The same as text, for the timetable: only groups where something is over have work. */
export const SOME_ARE_OVER = `exists (select from people.application where (sent_at is null and begun_at < now() - interval '${UNSENT_HOURS} hours')
  or sent_at < now() - interval '${UNCONFIRMED_DAYS} days')`
