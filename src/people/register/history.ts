import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Role } from '../../platform/roles.ts'
import { atMost } from '../../platform/rowLimits.ts'
import { type Purpose, purposeNames } from '../purposes.ts'
import { happenedTo } from './historyWords.ts'

export interface OfficeOf {
  readonly role: Role
  readonly from: string
  readonly to: string | null
}

/** Offices a person holds or held, the newest first. */
export async function officesOf(tx: Tx, personId: string): Promise<readonly OfficeOf[]> {
  const rows = await tx
    .selectFrom('people.role_held')
    .select(['role', 'from_on as from', 'to_on as to'])
    .where('person_id', '=', personId)
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()
  return rows as OfficeOf[]
}

export interface Happening {
  readonly at: Date
  readonly who: string
  readonly what: string
  /** The act, while it can be undone. */
  readonly undo: string | null
  readonly byId: string | null
}

const MOST = 100

/** What the journal says of a person, the newest first; who it was done by under their name of today. */
export async function happenings(tx: Tx, personId: string, at: Date): Promise<readonly Happening[]> {
  const { rows } = await sql<Row>`
    select j.happened_at as at, j.event, j.actor_kind as kind, j.actor_id as "byId", n.name,
      j.payload ->> 'purpose' as purpose,
      case when (select bool_and(u.undone_at is null and u.expires_at > ${at}) from platform.undo u where u.act_id = j.act_id)
        then j.act_id end as undo
    from platform.journal j left join people.named n on n.id = j.actor_id
    where j.about = ${personId} and j.event = any(${Object.keys(happenedTo)})
    order by j.happened_at desc, j.id desc ${atMost(MOST)}`.execute(tx)
  return rows.map(({ event, kind, name, purpose, ...row }, n) => ({
    ...row,
    what: purpose ? `${happenedTo[event]!}: ${purposeNames[purpose].toLowerCase()}` : happenedTo[event]!,
    who: kind === 'person' ? (name ?? 'Somebody') : WHO[kind],
    undo: rows.findIndex(({ undo }) => undo === row.undo) === n ? row.undo : null,
  }))
}

interface Row {
  readonly at: Date
  readonly event: string
  readonly kind: 'visitor' | 'person' | 'host' | 'job'
  readonly byId: string | null
  readonly name: string | null
  readonly undo: string | null
  readonly purpose: Purpose | null
}

const WHO = { visitor: 'A visitor', host: 'Your host', job: 'Backbench' } as const
