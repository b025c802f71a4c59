import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { forgetLettersTo, lettersTo } from '../platform/letters.ts'
import type { Holding } from '../platform/slice.ts'
import { emptied } from './emptied.ts'
import type { HeldPart } from './heldRows.ts'
import { type Kind, kindNames, type Occupation, occupationNames, type Status, statusNames } from './kinds.ts'
import { addressesOf } from './persons.ts'
import { nameOf } from './places/lists.ts'
import { civilDayWords } from '../ui/words.ts'
import * as suppressions from './suppressions.ts'

interface Row {
  readonly name: string
  readonly email: string | null
  readonly kind: Kind
  readonly status: Status
  readonly phone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly constituency: string | null
  readonly council: string | null
  readonly occupation: Occupation | null
  readonly joined_on: string | null
  readonly renews_on: string | null
  readonly restricted_at: Date | null
}

/** The single values of a person's record, and the records merged into it. */
export const facts: HeldPart = {
  holds: async (tx, personId) => {
    const row = await rowOf(tx, personId)
    return row ? told(row) : []
  },
  async erase(act, personId, { dryRun, secret }) {
    const row = await rowOf(act.tx, personId)
    const emails = await addressesOf(act.tx, personId)
    const letters = await lettersTo(act.tx, emails)
    if (!dryRun) {
      for (const email of emails) await suppressions.suppress(act, email, secret)
      await act.tx.deleteFrom('people.other_email').where('person_id', '=', personId).execute()
      await forgetLettersTo(act, emails)
      await forget(act, personId)
    }
    return [
      { what: 'Name, address and what else the record says', count: row ? 1 : 0 },
      { what: 'Letters to them on their way', count: letters },
      {
        what: 'Email addresses, as a keyed hash that names nobody',
        count: emails.length,
        keptBecause: 'So that nobody writes to them again by mistake.',
      },
    ]
  },
}

const REGISTER = 'To know who you are, and to run the group'

function told(row: Row): readonly Holding[] {
  const values: readonly (readonly [string, string | null, string?])[] = [
    ['Name', row.name],
    ['Email address', row.email, 'To sign you in and to write to you'],
    ['What you are to the group', `${kindNames[row.kind]}, ${statusNames[row.status].toLowerCase()}`],
    ['Telephone', row.phone],
    ['Address', row.address],
    ['Postcode', row.postcode, 'To know your constituency and council'],
    ['Constituency', row.constituency && nameOf(row.constituency), 'To tell you what concerns your MP'],
    ['Council', row.council && nameOf(row.council), 'To tell you what concerns your council'],
    ['Occupation', row.occupation && occupationNames[row.occupation]],
    ['Joined on', row.joined_on && civilDayWords(row.joined_on)],
    ['Renews on', row.renews_on && civilDayWords(row.renews_on)],
    [
      'Restricted since',
      row.restricted_at && row.restricted_at.toISOString(),
      'You asked that it is held and not used',
    ],
  ]
  return values.flatMap(([what, value, why = REGISTER]) => (value ? [{ what, value, why }] : []))
}

const rowOf = async (tx: Tx, personId: string): Promise<Row | undefined> =>
  (await tx.selectFrom('people.person').selectAll().where('id', '=', personId).executeTakeFirst()) as Row | undefined

/** Nothing of the person stays in the row, nor in those that became it; that somebody was here does, for the numbers. */
async function forget({ tx, at, group }: Act, personId: string): Promise<void> {
  await tx
    .updateTable('people.person')
    .set({
      name: 'Erased',
      sort_name: '',
      ...emptied,
      status: 'left',
      restricted_at: null,
      passkey_declined_at: null,
      changed_at: at,
    })
    .where((eb) => eb.or([eb('id', '=', personId), eb('merged_into', '=', personId)]))
    .execute()
  await sql`
    update people.membership set to_on = greatest(from_on, (${at}::timestamptz at time zone ${group.zone})::date), ended_because = 'erased'
    where person_id = ${personId} and to_on is null`.execute(tx)
}
