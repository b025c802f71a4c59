import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Trouble } from '../emails/troubles.ts'
import type { Kind, Occupation, Status } from '../kinds.ts'
import type { Part } from '../visibility.ts'
import type { Within } from './eyes.ts'
import type { Asking } from './list.ts'

/** A person's record in single values, as far as the officer sees it: what they do not see is null. */
export interface PersonRecord {
  readonly id: string
  readonly name: string
  readonly sortName: string | null
  readonly kind: Kind
  readonly status: Status
  readonly restrictedAt: Date | null
  readonly email: string | null
  readonly emailState: 'unconfirmed' | 'confirmed' | 'failing'
  /** Why letters come back, and since when. */
  readonly emailTrouble: Trouble | null
  readonly emailTroubleAt: Date | null
  readonly otherEmails: readonly string[]
  readonly phone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly constituency: string | null
  readonly council: string | null
  readonly region: string | null
  readonly occupation: Occupation | null
  readonly joinedOn: string | null
  readonly renewsOn: string | null
  readonly sees: ReadonlySet<Part>
}

type Row = Omit<PersonRecord, 'sees'> & Within & { readonly mergedInto: string | null }

/** Which part each value belongs to; those not named are seen by whoever sees the person. */
const PARTS: Readonly<Partial<Record<keyof PersonRecord, Part>>> = {
  email: 'contact',
  emailTrouble: 'contact',
  emailTroubleAt: 'contact',
  phone: 'contact',
  address: 'contact',
  postcode: 'place',
  constituency: 'place',
  council: 'place',
  region: 'place',
  occupation: 'work',
  joinedOn: 'membership',
  renewsOn: 'membership',
}

/** Somebody the officer sees; `movedTo` when the record became part of another; undefined for anybody else, known or not. */
export async function readRecord(
  tx: Tx,
  id: string,
  { eyes }: Pick<Asking, 'eyes'>,
): Promise<PersonRecord | { readonly movedTo: string } | undefined> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.sort_name as "sortName", p.kind, p.status, p.restricted_at as "restrictedAt", p.email,
      p.email_state as "emailState", p.email_trouble as "emailTrouble", p.email_trouble_at as "emailTroubleAt", p.phone, p.address, p.postcode, p.constituency, p.council, p.region, p.occupation,
      p.joined_on as "joinedOn", p.renews_on as "renewsOn", p.merged_into as "mergedInto", ${eyes.within},
      array(select o.email from people.other_email o where o.person_id = p.id order by o.email) as "otherEmails"
    from people.person p where p.id = ${id} and p.sort_name <> ''`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const sees = eyes.shown(row)
  if (!sees.size) return undefined
  if (row.mergedInto) return { movedTo: row.mergedInto }
  const { mergedInto: _, inPublicOffice: __, inOwnPart: ___, ...values } = row
  const seen = Object.entries(values).map(([name, value]) => {
    const part = PARTS[name as keyof PersonRecord]
    return [name, part && !sees.has(part) ? null : value] as const
  })
  const shown = Object.fromEntries(seen) as unknown as Omit<PersonRecord, 'sees'>
  return { ...shown, otherEmails: sees.has('contact') ? row.otherEmails : [], sees }
}
