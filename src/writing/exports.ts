import { sql } from 'kysely'
import { type Contribution, tableFrom } from '../platform/contribution.ts'
import type { Tx } from '../platform/database.ts'
import type { DocJson } from './document/index.ts'
import { toMarkdown } from './document/index.ts'

/** Every version of everything the group wrote. */
export async function contributes(tx: Tx): Promise<Contribution> {
  const versions = tableFrom(tx, {
    name: 'versions',
    title: 'Versions of texts',
    why: 'Every text as it was saved each time, with who saved it: the group’s own memory of what it wrote.',
    from: ['writing.document', 'writing.version'],
    columns: {
      'Id of the text': sql`v.document_id`,
      Version: sql`v.number`,
      Title: sql`v.title`,
      'Saved at': sql`v.made_at`,
      'Saved by': sql`p.name`,
      Note: sql`v.note`,
      Words: sql`v.words`,
      Standing: sql`d.standing`,
      Language: sql`d.lang`,
      Text: sql`v.body`,
    },
    source: sql`writing.version v join writing.document d on d.id = v.document_id
      left join people.named p on p.id = v.made_by order by v.document_id, v.number`,
  })
  return { tables: [{ ...versions, rows: () => readable(versions.rows()) }], leftBehind: {} }
}

/** The text as it is written in the plain editor. */
async function* readable(rows: AsyncIterable<Readonly<Record<string, unknown>>>) {
  for await (const row of rows) yield { ...row, Text: toMarkdown(row['Text'] as DocJson) }
}
