import { sql } from 'kysely'
import { type ExportTable, tableFrom } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'

/** What readers chose and answered. */
export const exportedReaders = (tx: Tx): readonly ExportTable[] => [
  tableFrom(tx, {
    name: 'letters-how-often',
    title: 'How often people are written to',
    why: 'Who asked for fewer letters: one newsletter a month at most, or notices once a day or a week.',
    from: ['mailing.preference'],
    columns: {
      'Id of the person': sql`person_id`,
      Newsletter: sql`newsletter`,
      Notices: sql`notices`,
      'Changed at': sql`changed_at`,
    },
    source: sql`mailing.preference order by changed_at, person_id`,
  }),
]
