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
  tableFrom(tx, {
    name: 'letters-answers',
    title: 'Answers to questions in letters',
    why: 'What readers said to what the group asked them in a letter.',
    from: ['mailing.answer'],
    columns: {
      Letter: sql`l.subject`,
      Question: sql`(select b->>'question' from jsonb_array_elements(l.blocks) b where b->>'id' = a.ask_id::text limit 1)`,
      Answer: sql`a.says`,
      Words: sql`a.words`,
      'Answered at': sql`a.answered_at`,
      'Id of the letter': sql`a.letter_id`,
      'Id of the person': sql`a.person_id`,
    },
    source: sql`mailing.answer a join mailing.letter l on l.id = a.letter_id order by a.letter_id, a.answered_at, a.person_id`,
  }),
]
