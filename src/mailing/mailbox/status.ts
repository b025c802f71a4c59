import { sql } from 'kysely'
import { contextOf } from '../../platform/installation.ts'
import type { Tx } from '../../platform/database.ts'
import type { Services } from '../../platform/services.ts'
import { civilDay, momentOf } from '../../platform/time.ts'
import { nameOf, placeOf } from './place.ts'
import { type MailboxState, stateOf } from './remembered.ts'

/** How a group's letters go. */
export interface Going {
  readonly waiting: number
  /** On the wire at this moment. */
  readonly underWay: number
  readonly uncertain: number
  /** Since midnight by the group's clock. */
  readonly acceptedToday: number
  readonly paused: readonly { readonly id: string; readonly subject: string; readonly trouble: string | null }[]
}
export interface MailStatus {
  readonly groups: readonly (Going & { readonly slug: string })[]
  readonly all: Omit<Going, 'paused'> & { readonly paused: number }
  /** Null when none is set; `never` when it was never tried. */
  readonly mailbox: MailboxState | 'never' | null
}

export async function mailStatus(services: Services, now: Date): Promise<MailStatus> {
  const groups: MailStatus['groups'][number][] = []
  for (const group of services.groups.all) {
    const midnight = momentOf(`${civilDay(now, group.zone)}T00:00`, group.zone)!
    groups.push({ slug: group.slug, ...(await contextOf(services, group).read((tx) => going(tx, midnight))) })
  }
  const sum = (what: 'waiting' | 'underWay' | 'uncertain' | 'acceptedToday') =>
    groups.reduce((total, group) => total + group[what], 0)
  return {
    groups,
    all: {
      waiting: sum('waiting'),
      underWay: sum('underWay'),
      uncertain: sum('uncertain'),
      acceptedToday: sum('acceptedToday'),
      paused: groups.reduce((total, { paused }) => total + paused.length, 0),
    },
    mailbox: await mailboxState(services),
  }
}

async function going(tx: Tx, midnight: Date): Promise<Going> {
  const { rows } = await sql<Going>`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'handing_over')::int as "underWay",
      count(*) filter (where state = 'uncertain')::int as uncertain,
      count(*) filter (where state = 'accepted' and ended_at >= ${midnight})::int as "acceptedToday",
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'subject', subject, 'trouble', trouble) order by made_at), '[]')
        from mailing.letter where state = 'paused') as paused
    from mailing.delivery`.execute(tx)
  return rows[0]!
}

async function mailboxState({ config, secret, pool }: Services): Promise<MailStatus['mailbox']> {
  if (!config.imapUrl) return null
  return (await stateOf(pool, nameOf(placeOf(config.imapUrl), secret))) ?? 'never'
}

const day = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** The same for people at a terminal. */
export function statusLines({ groups, all, mailbox }: MailStatus): readonly string[] {
  const counts = ({ waiting, underWay, uncertain, acceptedToday }: Omit<Going, 'paused'>): string =>
    `${waiting} waiting, ${underWay} under way, ${uncertain} uncertain, ${acceptedToday} accepted today`
  return [
    ...groups.flatMap((group) => [
      `${group.slug}: ${counts(group)}`,
      ...group.paused.map(({ subject, trouble }) => `  paused: “${subject}”${trouble ? `: ${trouble}` : ''}`),
    ]),
    ...(groups.length > 1 ? [`All: ${counts(all)}, ${all.paused} paused`] : []),
    ...mailboxLines(mailbox),
  ]
}

function mailboxLines(mailbox: MailStatus['mailbox']): readonly string[] {
  if (mailbox === null) return ['Mailbox: none is set (IMAP_URL), so nobody learns what comes back.']
  if (mailbox === 'never') return ['Mailbox: it was never read. It is read while the program runs.']
  const { readAt, waiting, trouble, troubleAt, taken, unmatched, unreadable } = mailbox
  return [
    `Mailbox: ${readAt ? `last read ${day(readAt)}` : 'never read'}; ${taken} mails taken, ${unmatched} belong to no letter and were left, ${unreadable} could not be read${waiting ? `; more wait for the next turn` : ''}`,
    ...(trouble ? [`  cannot be read since ${day(troubleAt!)}: ${trouble}`] : []),
  ]
}
