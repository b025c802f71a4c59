import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { Sample } from '../platform/slice.ts'
import { uuid } from '../platform/web.ts'

/** Addresses of officers and of groups. */
export async function officeSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ office: string | null; part: string | null }>`
    select (select id from people.role_held order by from_on limit 1) as office,
      (select id from people.part order by name limit 1) as part`.execute(tx)
  const { office, part } = rows[0]!
  const groups = '/office/register/groups'
  const pairs = [
    ['/office/officers', '/office/officers'],
    ['/office/officers/history', '/office/officers/history'],
    [groups, groups],
    [groups, `${groups}?state=closed`],
    ...(office ? [[`/office/officers/:id{${uuid}}`, `/office/officers/${office}`]] : []),
    ...(part ? [[`${groups}/:id{${uuid}}`, `${groups}/${part}?q=o`]] : []),
  ]
  return pairs.map(([route = '', address = '']) => ({ route, address, as: 'officer' }))
}
