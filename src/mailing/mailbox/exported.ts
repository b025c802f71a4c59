import { sql } from 'kysely'
import { type ExportTable, tableFrom } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'

/** What came back about letters. The words of replies stay behind: they are kept for ninety days only. */
export const exportedIncoming = (tx: Tx): readonly ExportTable[] => [
  tableFrom(tx, {
    name: 'letters-came-back',
    title: 'What came back to letters',
    why: 'Which letters came back, were answered or were called spam: so that nobody writes to dead addresses.',
    from: ['mailing.incoming'],
    columns: {
      Letter: sql`l.subject`,
      What: sql`i.kind`,
      Code: sql`i.status`,
      Reason: sql`i.reason`,
      'Came at': sql`i.came_at`,
      'Ended the newsletter': sql`i.ended_newsletter`,
      'Seen to at': sql`i.done_at`,
      'Id of the letter': sql`i.letter_id`,
      'Id of the person': sql`i.person_id`,
      'Id of who saw to it': sql`i.done_by`,
    },
    source: sql`mailing.incoming i join mailing.letter l on l.id = i.letter_id order by i.came_at, i.id`,
  }),
]

export const incomingLeftBehind: Readonly<Record<string, string>> = {
  'mailing.reply': 'What somebody wrote to the group, kept for ninety days so that it can be answered.',
  'mailing.mailbox': 'How far the installation’s mailbox was read.',
  'mailing.mailbox_mail': 'Which mails of the installation’s mailbox were looked at, by number.',
}
