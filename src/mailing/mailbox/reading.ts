import type pg from 'pg'
import { isConnectionLost } from '../../platform/connectionLost.ts'
import type { Services } from '../../platform/services.ts'
import { ImapLine, type Patience } from './imapLine.ts'
import { NoMailbox, TooMuch } from './lineEnds.ts'
import { leave, type MailPlace, takeMail } from './mails.ts'
import { nameOf, placeOf } from './place.ts'
import * as remembered from './remembered.ts'

/** Any class of advisory locks that nothing else in this database uses. */
const MAILBOX_LOCK = 7_241_906
/** A turn is bounded in mails and in time, whatever lies in the mailbox. */
const [MAILS, RUN_FOR] = [200, 20_000]
/** Numbers of mails are asked for in stretches, so that no answer is long. */
const STRETCH = 20_000
/** A mail over which the line breaks again and again is left where it is. */
const MOST_TRIES = 3

export interface HowToRead {
  readonly mails?: number
  readonly runFor?: number
  readonly patience?: Partial<Patience>
}
export interface Turn {
  readonly taken: number
  readonly unmatched: number
  readonly unreadable: number
  /** At least so many are left for the next turn. */
  readonly left: number
  readonly trouble: string | null
}

/** One turn of reading the installation's mailbox. Null when none is set, or another turn is under way. */
export async function readMailbox(services: Services, how: HowToRead = {}): Promise<Turn | null> {
  const { imapUrl } = services.config
  if (!imapUrl) return null
  const place = placeOf(imapUrl)
  const mailbox = nameOf(place, services.secret)
  return alone(services.pool, mailbox, async () => {
    const counted = { taken: 0, unmatched: 0, unreadable: 0, known: 0 }
    let left = 0
    let trouble: string | null = null
    try {
      const line = await ImapLine.open(place, how.patience)
      try {
        left = await readSome({ services, line, counted, how, box: { mailbox, uidValidity: String(line.uidValidity) } })
      } finally {
        await line.close()
      }
    } catch (error) {
      if (error instanceof TooMuch) left = 1
      else if (error instanceof NoMailbox) trouble = error.message
      else throw error
    }
    if (await remembered.ended(services.pool, { mailbox, left, trouble }))
      services.log.info(`the mailbox cannot be read: ${trouble}`)
    return { ...counted, left, trouble }
  })
}

interface Reading {
  readonly services: Services
  readonly line: ImapLine
  readonly counted: Record<'taken' | 'unmatched' | 'unreadable' | 'known', number>
  readonly how: HowToRead
  readonly box: Pick<MailPlace, 'mailbox' | 'uidValidity'>
}

/** Resolves to how many are left. */
async function readSome(reading: Reading): Promise<number> {
  const { services, line, how, box } = reading
  const until = Date.now() + (how.runFor ?? RUN_FOR)
  const { lastUid } = await remembered.open(services.pool, box)
  await putAside(reading)
  const { uids, upTo } = await nextUids(reading, lastUid)
  const now = uids.slice(0, how.mails ?? MAILS)
  let looked = 0
  for (; looked < now.length && Date.now() < until; looked++) await readOne(reading, now[looked]!)
  if (looked === uids.length && upTo > lastUid) await remembered.skipTo(services.pool, box, upTo)
  await putAside(reading)
  return uids.length - looked + (upTo < line.uidNext - 1 ? 1 : 0)
}

/** The first stretch in which there are any. */
async function nextUids({ line }: Reading, lastUid: number): Promise<{ uids: readonly number[]; upTo: number }> {
  let upTo = lastUid
  while (upTo < line.uidNext - 1) {
    const first = upTo + 1
    upTo = Math.min(upTo + STRETCH, line.uidNext - 1)
    const uids = await line.uidsBetween(first, upTo)
    if (uids.length) return { uids, upTo }
  }
  return { uids: [], upTo }
}

async function readOne({ services, line, counted, box }: Reading, uid: number): Promise<void> {
  const place: MailPlace = { ...box, uid }
  try {
    const bytes = await line.beginningOf(uid)
    if (!bytes) return // somebody has moved it meanwhile
    counted[await takeMail(services, place, bytes)] += 1
  } catch (error) {
    if (isConnectionLost(error)) throw error // the database's: nothing of this mail's doing
    const tries = error instanceof TooMuch ? MOST_TRIES : await remembered.failedAt(services.pool, place)
    if (tries >= MOST_TRIES) counted[await leave(services, place, 'unreadable')] += 1
    if (error instanceof NoMailbox || error instanceof TooMuch) throw error
    services.log.fault('reading a mail', error)
    if (tries < MOST_TRIES) throw new NoMailbox('A mail could not be understood. It is tried again.')
  }
}

/** After the commit, so that a crash leaves a mail to be marked, never one to be lost. */
async function putAside({ services: { pool }, line, box }: Reading): Promise<void> {
  const uids = await remembered.untidy(pool, box)
  if (!uids.length) return
  await line.putAside(uids)
  await remembered.tidied(pool, box, uids)
}

/** One turn at a time, over all processes: the lock lasts as long as the connection. */
async function alone<T>(pool: pg.Pool, mailbox: string, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect()
  client.on('error', () => {})
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as free', [
      MAILBOX_LOCK,
      mailbox,
    ])
    if (!rows[0]!.free) return null
    const done = await work()
    await client.query('select pg_advisory_unlock_all()')
    return done
  } finally {
    client.release(true)
  }
}
