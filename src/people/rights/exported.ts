import { sql } from 'kysely'
import { type ExportTable, tableFrom } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'

/** What people asked about their data, and that some were erased. */
export const exportedRights = (tx: Tx): readonly ExportTable[] => [
  tableFrom(tx, {
    name: 'requests-about-data',
    title: 'Requests about data',
    why: 'What people asked about what the group holds of them, and the answers: the proof that they came in time.',
    from: ['people.data_request'],
    columns: {
      Name: sql`p.name`,
      Kind: sql`t.kind`,
      Came: sql`t.received_on`,
      How: sql`t.channel`,
      'In their words': sql`t.words`,
      'To stop': sql`t.purposes`,
      'Told that it came': sql`t.acknowledged_at`,
      'Days the clock stood still': sql`t.stopped_days`,
      'We asked them': sql`t.question`,
      'Two months more, because': sql`t.extended_why`,
      State: sql`t.state`,
      Answer: sql`t.answer`,
      'Ended at': sql`t.ended_at`,
      'Id of the person': sql`t.person_id`,
    },
    source: sql`people.data_request t join people.person p on p.id = t.person_id order by t.received_on, t.id`,
  }),
  tableFrom(tx, {
    name: 'erasures',
    title: 'People erased',
    why: 'That somebody was erased, when, on whose word, and what stayed without a name. Who it was is not kept.',
    from: ['people.erasure_proof'],
    columns: {
      Because: sql`t.because`,
      'Asked on': sql`t.asked_on`,
      'Done at': sql`t.done_at`,
      'What went and what stayed': sql`t.told`,
      'Asked by': sql`a.name`,
      'Agreed by': sql`g.name`,
    },
    source: sql`people.erasure_proof t join people.person a on a.id = t.asked_by join people.person g on g.id = t.agreed_by order by t.done_at, t.id`,
  }),
]
