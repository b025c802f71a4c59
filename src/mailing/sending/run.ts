import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { filedLine } from '../../platform/mail.ts'
import { NoServer, type Parcel, type Patience, type Reply, SmtpLine } from '../../platform/smtpLine.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { whyDead } from '../incoming/refusals.ts'
import { type Due, nowUncertain, type Result, runsUnderWay } from './deliveries.ts'
import { type Answer, Desk } from './desk.ts'
import { tryAgainAt } from './rules.ts'
import { serverWords } from './serverWords.ts'

/** Any class of advisory locks that nothing else in this database uses. */
const RUN_LOCK = 7_241_905
/** A run is short, so that the program can stop between two: the worker gives a job five seconds to end. */
const RUN_FOR = 4000
const LINES = 5
/** After so many letters in a row that were told "later", the server is left alone for a while. */
const [REST_AFTER, REST] = [20, 5 * 60_000]

/** What one message is handed over by. */
interface Line {
  readonly isOpen: boolean
  hand(parcel: Parcel, name: string): Promise<Reply>
  close(): void
}
/** Writes one reader's copy and its envelope; null when the address cannot be written. */
export type Packer = (due: Due, at: Date) => Promise<Parcel | null>

export interface Sending {
  readonly letterId: string
  readonly domain: string
  readonly pack: Packer
  readonly lines?: number
  readonly runFor?: number
  readonly patience?: Partial<Patience>
}
export interface RunEnded {
  /** When there will be more to do; null: nothing. */
  readonly again: Date | null
  readonly accepted: number
  /** The server could not be used, or told everybody "later". */
  readonly trouble: { readonly words: string; readonly forGood: boolean } | null
}

/** Hands over what is due, over a few connections, for a few seconds. */
export async function sendForAWhile(context: GroupContext, sending: Sending): Promise<RunEnded> {
  const run = randomUUID()
  return holding(context.services.pool, run, async () => {
    const count = sending.lines ?? LINES
    const desk = new Desk(context, { letterId: sending.letterId, run, domain: sending.domain }, count)
    const until = Date.now() + (sending.runFor ?? RUN_FOR)
    const lanes = Array.from({ length: count }, () => lane(context, { ...sending, desk, until }))
    const ended = await Promise.allSettled(lanes)
    const fault = ended.find((one) => one.status === 'rejected' && !(one.reason instanceof NoServer))
    if (fault?.status === 'rejected') throw fault.reason
    const gone = ended.find((one) => one.status === 'rejected')?.reason as NoServer | undefined
    const moments = ended.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value.getTime()] : []))
    const rest = desk.laterInARow >= REST_AFTER ? { words: desk.lastWords, forGood: false } : null
    return {
      again: moments.length ? new Date(Math.min(...moments)) : null,
      accepted: desk.accepted,
      trouble: gone ? { words: serverWords(gone.message, ''), forGood: gone.forGood } : rest,
    }
  })
}

/**
 * What was being handed over by a run that has died becomes uncertain. Each run holds a lock in the database for as long as it
 * lives, so no clock decides who is dead.
 */
export async function lookForTheDead({ services: { pool }, read, act }: GroupContext): Promise<void> {
  for (const run of await read(runsUnderWay)) {
    const client = await pool.connect()
    try {
      const { rows } = await client.query<{ gone: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as gone', [
        RUN_LOCK,
        run,
      ])
      if (rows[0]!.gone) await act((a) => nowUncertain(a, run))
    } finally {
      client.release(true)
    }
  }
}

async function holding<T>(pool: pg.Pool, run: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  client.on('error', () => {}) // the lock is gone: others may take this run for dead, which costs certainty and no second copy
  try {
    await client.query('select pg_advisory_lock($1, hashtext($2))', [RUN_LOCK, run])
    return await work()
  } finally {
    client.release(true) // ends the session, and its lock with it
  }
}

interface Lane extends Sending {
  readonly desk: Desk
  readonly until: number
}

/**
 * One connection's work: a letter after the other. Resolves to when there will be more. However late it begins it asks for one, so
 * that no run orders the next without having done anything.
 */
async function lane(context: GroupContext, { desk, until, pack, patience }: Lane): Promise<Date | null> {
  let line: Line | undefined
  let result: Result | null = null
  try {
    for (let turn = 1; ; turn++) {
      const resting = desk.laterInARow >= REST_AFTER
      const mayAsk = (turn === 1 || Date.now() < until) && !resting
      if (result && !line?.isOpen) {
        await desk.ask(result, false)
        result = null
      }
      if (mayAsk && !line?.isOpen) line = await openLine(context, patience)
      const { due, again }: Answer = await desk.ask(result, mayAsk)
      result = null
      if (due) result = await handOne(due, { line: line!, pack })
      else if (!mayAsk) return new Date(Date.now() + (resting ? REST : 0))
      else if (!again || again.getTime() >= until) return again
      else await new Promise((resolve) => setTimeout(resolve, Math.max(5, again.getTime() - Date.now())))
    }
  } finally {
    line?.close()
    desk.leave()
  }
}

export const openLine = ({ services: { config } }: GroupContext, patience?: Partial<Patience>): Promise<Line> | Line =>
  config.smtpUrl ? SmtpLine.open(config.smtpUrl, patience) : filedLine(config)

async function handOne(due: Due, { line, pack }: { line: Line; pack: Packer }): Promise<Result> {
  const parcel = await pack(due, new Date())
  if (!parcel) return { id: due.id, state: 'refused', said: 'This address cannot be written to.', next_at: null }
  const reply = await line.hand(parcel, due.id)
  const { outcome, said, step } = reply
  const ended = { id: due.id, said: serverWords(said, due.address), next_at: null }
  if (outcome === 'taken') return { ...ended, state: 'accepted' }
  if (outcome === 'refused') return { ...ended, state: 'refused', dead: whyDead(reply) }
  if (outcome === 'unknown') return { ...ended, state: 'uncertain' }
  const next = tryAgainAt(due.attempts, new Date(), { broke: step === undefined })
  return next ? { ...ended, state: 'waiting', next_at: next } : { ...ended, state: 'refused' }
}
