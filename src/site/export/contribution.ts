import { sql } from 'kysely'
import { type Contribution, tableFrom } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'
import { eventWords } from '../eventWords.ts'

/** What belongs to no part of the record alone: settings, and the journal of who did what. */
export async function contributes(tx: Tx): Promise<Contribution> {
  const journal = tableFrom(tx, {
    name: 'journal',
    title: 'Journal',
    why: 'Who did what, and when. It names records by their ids only.',
    from: ['platform.journal'],
    columns: {
      'Happened at': sql`j.happened_at`,
      Who: sql`coalesce(p.name, case j.actor_kind when 'host' then 'The host' when 'job' then 'Backbench' when 'visitor' then 'A visitor' end)`,
      What: sql`j.event`,
      'In words': sql`j.event`,
      About: sql`j.payload`,
    },
    source: sql`platform.journal j left join people.named p on p.id = j.actor_id order by j.happened_at, j.id`,
  })
  return {
    tables: [
      tableFrom(tx, {
        name: 'settings',
        title: 'Settings',
        why: 'What the group says of itself on every page, and how its website looks.',
        from: ['platform.setting'],
        columns: { Name: sql`name`, Value: sql`value` },
        source: sql`platform.setting order by name`,
      }),
      { ...journal, rows: () => inWords(journal.rows()) },
      tableFrom(tx, {
        name: 'files',
        title: 'Files',
        why: 'Every file that is kept, by its content.',
        from: ['platform.file'],
        columns: {
          'SHA-256': sql`sha256`,
          'Kind of file': sql`media_type`,
          Bytes: sql`bytes`,
          'Stored at': sql`stored_at`,
        },
        source: sql`platform.file order by stored_at, sha256`,
      }),
      tableFrom(tx, {
        name: 'came-from',
        title: 'What came of links in letters',
        why: 'How often a link with a letter’s plain word was followed, by day. Nothing about who followed it.',
        from: ['platform.came_from'],
        columns: { Day: sql`day`, Word: sql`word`, What: sql`what`, Times: sql`times` },
        source: sql`platform.came_from order by day, word, what`,
      }),
    ],
    leftBehind: {
      'platform.undo': 'Rows as they were before a change, for 30 days, so that it can be taken back here.',
      'platform.letter': 'Letters on their way. Their words and addresses go when they are taken.',
      'platform.rate': 'How often somebody asked lately, without who.',
      'platform.export': 'Exports such as this one.',
      'platform.erasure': 'Which records were erased, so that an archive brings none of them back.',
    },
  }
}

async function* inWords(rows: AsyncIterable<Readonly<Record<string, unknown>>>) {
  for await (const row of rows) yield { ...row, 'In words': eventWords[String(row['What'])]?.one ?? '' }
}
