import type pg from 'pg'
import type { MailPlace } from './mails.ts'

/** How far a mailbox was read. Numbers come as text: they may be longer than a whole number of JavaScript's. */
export interface Remembered {
  readonly lastUid: number
  readonly triedUid: number | null
  readonly tries: number
}
type Pool = Pick<pg.Pool, 'query'>
type Box = Pick<MailPlace, 'mailbox' | 'uidValidity'>

/**
 * Where to go on. When the server has given its mails new numbers (another UIDVALIDITY), what was remembered of the old ones
 * means nothing any more: all are looked at again, and those that counted once are known by their content.
 */
export async function open(pool: Pool, { mailbox, uidValidity }: Box): Promise<Remembered> {
  const { rows } = await pool.query<Remembered>(
    `insert into mailing.mailbox as m (name, uidvalidity) values ($1, $2)
    on conflict (name) do update set uidvalidity = excluded.uidvalidity,
      last_uid = case when m.uidvalidity = excluded.uidvalidity then m.last_uid else 0 end,
      tried_uid = case when m.uidvalidity = excluded.uidvalidity then m.tried_uid end,
      tries = case when m.uidvalidity = excluded.uidvalidity then m.tries else 0 end
    returning last_uid::float8 as "lastUid", tried_uid::float8 as "triedUid", tries`,
    [mailbox, uidValidity],
  )
  await pool.query('delete from mailing.mailbox_mail where mailbox = $1 and uidvalidity <> $2', [mailbox, uidValidity])
  return rows[0]!
}

/** There is no mail up to here that was not looked at. */
export const skipTo = (pool: Pool, { mailbox, uidValidity }: Box, uid: number): Promise<unknown> =>
  pool.query('update mailing.mailbox set last_uid = greatest(last_uid, $3) where name = $1 and uidvalidity = $2', [
    mailbox,
    uidValidity,
    uid,
  ])

/** One that could not be read; gives how often by now. */
export async function failedAt(pool: Pool, { mailbox, uid }: MailPlace): Promise<number> {
  const { rows } = await pool.query<{ tries: number }>(
    `update mailing.mailbox set tries = case when tried_uid = $2 then tries + 1 else 1 end, tried_uid = $2
    where name = $1 returning tries`,
    [mailbox, uid],
  )
  return rows[0]?.tries ?? 0
}

/** Taken, and still lying among the unread ones. */
export async function untidy(pool: Pool, { mailbox, uidValidity }: Box): Promise<number[]> {
  const { rows } = await pool.query<{ uid: number }>(
    `select uid::float8 as uid from mailing.mailbox_mail
    where mailbox = $1 and uidvalidity = $2 and outcome = 'taken' and tidied_at is null order by uid limit 1000`,
    [mailbox, uidValidity],
  )
  return rows.map(({ uid }) => uid)
}

export const tidied = (pool: Pool, { mailbox, uidValidity }: Box, uids: readonly number[]): Promise<unknown> =>
  pool.query(
    'update mailing.mailbox_mail set tidied_at = now() where mailbox = $1 and uidvalidity = $2 and uid = any($3::bigint[])',
    [mailbox, uidValidity, uids],
  )

/** How a turn ended: well, or in the server's words. True when there is trouble, and there was none before. */
export async function ended(
  pool: Pool,
  { mailbox, left, trouble }: { mailbox: string; left: number; trouble: string | null },
): Promise<boolean> {
  const { rows } = await pool.query<{ fresh: boolean | null }>(
    `insert into mailing.mailbox as m (name, uidvalidity, waiting, read_at, trouble, trouble_at)
    values ($1, 0, $2, case when $3::text is null then now() end, left($3, 500), case when $3::text is not null then now() end)
    on conflict (name) do update set waiting = excluded.waiting, read_at = coalesce(excluded.read_at, m.read_at),
      trouble = excluded.trouble, trouble_at = case when excluded.trouble is null then null else coalesce(m.trouble_at, now()) end
    returning trouble_at = now() as fresh`,
    [mailbox, left, trouble],
  )
  return rows[0]?.fresh ?? false
}

/** What is known of a mailbox without asking its server. */
export interface MailboxState {
  readonly readAt: Date | null
  readonly waiting: number
  readonly trouble: string | null
  readonly troubleAt: Date | null
  readonly taken: number
  readonly unmatched: number
  readonly unreadable: number
}

export async function stateOf(pool: Pool, mailbox: string): Promise<MailboxState | null> {
  const { rows } = await pool.query<MailboxState>(
    `select m.read_at as "readAt", m.waiting, m.trouble, m.trouble_at as "troubleAt",
      count(*) filter (where outcome = 'taken')::int as taken, count(*) filter (where outcome = 'unmatched')::int as unmatched,
      count(*) filter (where outcome = 'unreadable')::int as unreadable
    from mailing.mailbox m left join mailing.mailbox_mail x on x.mailbox = m.name and x.uidvalidity = m.uidvalidity
    where m.name = $1 group by m.name`,
    [mailbox],
  )
  return rows[0] ?? null
}
