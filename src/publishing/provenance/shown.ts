import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { hrefOf } from '../public/paths.ts'
import type { Appearance } from './provenance.ts'

/** For `publishing.entry e`: where the text came from, and where it went, for the query that reads all beside a text. */
export const whereaboutsColumns = sql`
  (select json_build_object('source', v.source, 'href', v.href, 'leave', v.leave, 'firstOn', v.first_on)
    from publishing.provenance v where v.entry_id = e.id) as provenance,
  (select json_agg(json_build_object('outlet', p.outlet, 'on', p.on_day, 'href', p.href) order by p.on_day desc, p.outlet, p.href)
    from publishing.appearance p where p.entry_id = e.id) as appearances`

/** A text of ours that appeared elsewhere. */
export interface Placed extends Appearance {
  readonly title: string
  readonly path: string
}

/** Every place where a published text of the group's appeared, the latest first. One query. */
export async function listPlaced(tx: Tx): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`
    select p.outlet, p.on_day as "on", p.href, t.title, a.path from publishing.appearance p
    join publishing.entry e on e.id = p.entry_id and e.status = 'published'
    join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
    join writing.text t on t.document_id = e.document_id and t.number = e.published_version
    order by p.on_day desc, p.outlet, p.id limit 500`.execute(tx)
  return rows.map((row) => ({ ...row, path: hrefOf(row.path) }))
}
