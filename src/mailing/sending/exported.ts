import { sql } from 'kysely'
import { type ExportTable, tableFrom } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'

export const exportedLetters = (tx: Tx): readonly ExportTable[] => [letters(tx), deliveries(tx)]

const letters = (tx: Tx) =>
  tableFrom(tx, {
    name: 'letters',
    title: 'Letters to many',
    why: 'Newsletters and notices: what was written, and what became of it.',
    from: ['mailing.letter'],
    columns: {
      Id: sql`id`,
      Kind: sql`kind`,
      Subject: sql`subject`,
      'Preview line': sql`preview`,
      'As plain text': sql`plain`,
      State: sql`state`,
      'To be sent at': sql`send_at`,
      'Decided at': sql`decided_at`,
      'Ended at': sql`ended_at`,
      'Made of': sql`blocks`,
      'For the saved view': sql`audience_name`,
      'On the website': sql`shown`,
      'Id of who wrote it': sql`written_by`,
      'Id of who decided': sql`decided_by`,
    },
    source: sql`mailing.letter order by made_at, id`,
  })

const deliveries = (tx: Tx) =>
  tableFrom(tx, {
    name: 'letters-sent',
    title: 'Who was written to',
    why: 'Which letter went to whom, and what the mail server said: so that nobody is written to twice.',
    from: ['mailing.delivery'],
    columns: {
      Letter: sql`l.subject`,
      'Email address': sql`d.address`,
      State: sql`d.state`,
      Tries: sql`d.attempts`,
      'What the mail server said': sql`d.said`,
      'Handed over at': sql`d.handed_at`,
      'Ended at': sql`d.ended_at`,
      'Id of the letter': sql`d.letter_id`,
      'Id of the person': sql`d.person_id`,
    },
    source: sql`mailing.delivery d join mailing.letter l on l.id = d.letter_id order by d.letter_id, d.id`,
  })
