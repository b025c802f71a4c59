import { sql } from 'kysely'
import { type ExportTable, tableFrom } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'

/** Vacancies, and what was handed over with an office. Who was interested stays behind. */
export const exportedVacancies = (tx: Tx): readonly ExportTable[] => [
  tableFrom(tx, {
    name: 'vacancies',
    title: 'Vacancies',
    why: 'Offices that needed somebody, and when they were handed over.',
    from: ['people.vacancy'],
    columns: {
      Id: sql`id`,
      Office: sql`role`,
      'What it takes': sql`notice`,
      'To say by': sql`say_by`,
      State: sql`state`,
      'Opened at': sql`opened_at`,
      'Hands over on': sql`hands_over_on`,
      'Handed over at': sql`handed_over_at`,
      'Taken over at': sql`taken_over_at`,
    },
    source: sql`people.vacancy order by opened_at, id`,
  }),
  tableFrom(tx, {
    name: 'handovers',
    title: 'Handed over with an office',
    why: 'What is passed on and where it is kept, and what was promised.',
    from: ['people.handover_item'],
    columns: {
      Office: sql`v.role`,
      Kind: sql`i.kind`,
      What: sql`i.what`,
      Where: sql`i.place`,
      'Due on': sql`i.due_on`,
      'Done at': sql`i.done_at`,
    },
    source: sql`people.handover_item i join people.vacancy v on v.id = i.vacancy_id order by v.opened_at, i.position, i.id`,
  }),
]
