import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'
import { HOME } from './asking.ts'
import { onRegister } from '../onRegister.ts'

/** An address of every page of the register, as far as the group has people. */
export async function registerSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ person: string | null; body: string | null; asked: string | null }>`
    select (select p.id from people.person p where ${onRegister}
        order by exists (select from people.note n where n.person_id = p.id) desc,
          exists (select from people.desk d where d.person_id = p.id) desc, p.sort_key, p.id limit 1) as person,
      (select id from people.body order by name, id limit 1) as body,
      (select id from people.approval where what = 'export' and state in ('asked', 'given') limit 1) as asked`.execute(
    tx,
  )
  const { person, body, asked } = rows[0]!
  const one = `${HOME}/:id{${uuid}}`
  return [
    ...['', '?status=lapsed', '?q=xylophone', '?ticked=all', '?region=W92000004&sort=renews'].map((query) =>
      at(HOME, HOME + query),
    ),
    ...['/new', '/bodies', '/export', '/addresses'].map((path) => at(HOME + path, HOME + path)),
    ...(person
      ? ['', '/agreed', '/history', '/letters', '/notes', '/ties'].map((tab) =>
          at(one + tab, `${HOME}/${person}${tab}`),
        )
      : []),
    ...(body ? [at(`${HOME}/bodies/:body{${uuid}}`, `${HOME}/bodies/${body}`)] : []),
    ...(asked ? [at(`${HOME}/export/approvals/:id{${uuid}}`, `${HOME}/export/approvals/${asked}`)] : []),
  ]
}

const at = (route: string, address: string): Sample => ({ route, address, as: 'officer' })
