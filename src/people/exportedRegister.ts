import { type RawBuilder, sql } from 'kysely'
import { type ExportTable, tableFrom } from '../platform/contribution.ts'
import type { Tx } from '../platform/database.ts'
import type { TableName } from '../platform/undo.ts'

/** The register as tables people read. */
export const exportedRegister = (tx: Tx): readonly ExportTable[] => [
  people(tx),
  ...ofPeople.map(({ name, title, why, table, columns, order, besides = [] }) =>
    tableFrom(tx, {
      name,
      title,
      why,
      from: [table, ...besides],
      columns: { Name: sql`p.name`, ...columns, 'Id of the person': sql`p.id` },
      source: sql`${order}`,
    }),
  ),
  bodies(tx),
  takenOut(tx),
]

const people = (tx: Tx) =>
  tableFrom(tx, {
    name: 'people',
    title: 'People',
    why: 'Everybody on the register, to know who they are and to write to them.',
    from: ['people.person'],
    columns: {
      Id: sql`id`,
      Name: sql`name`,
      'Sorted as': sql`sort_name`,
      'Email address': sql`email`,
      'Email state': sql`email_state`,
      'Why letters come back': sql`email_trouble`,
      'Letters come back since': sql`email_trouble_at`,
      Kind: sql`kind`,
      Status: sql`status`,
      Telephone: sql`phone`,
      Address: sql`address`,
      Postcode: sql`postcode`,
      'Constituency code': sql`constituency`,
      'Council code': sql`council`,
      'Region code': sql`region`,
      Occupation: sql`occupation`,
      'Joined on': sql`joined_on`,
      'Renews on': sql`renews_on`,
      'Restricted since': sql`restricted_at`,
      'Merged into': sql`merged_into`,
      'Added at': sql`created_at`,
    },
    source: sql`people.person order by sort_name, id`,
  })

interface OfPeople {
  readonly name: string
  readonly title: string
  readonly why: string
  readonly table: TableName
  readonly besides?: readonly TableName[]
  readonly columns: Readonly<Record<string, RawBuilder<unknown>>>
  readonly order: RawBuilder<unknown>
}

const withPerson = (table: TableName, order: string): RawBuilder<unknown> =>
  sql`${sql.table(table)} t join people.person p on p.id = t.person_id order by p.sort_name, ${sql.raw(order)}`

const ofPeople: readonly OfPeople[] = [
  {
    name: 'other-addresses',
    title: 'Further email addresses',
    why: 'Addresses that came with a merged record and go on working.',
    table: 'people.other_email',
    columns: { 'Email address': sql`t.email` },
    order: withPerson('people.other_email', 't.id'),
  },
  {
    name: 'memberships',
    title: 'Memberships',
    why: 'What somebody was to the group, from when to when.',
    table: 'people.membership',
    columns: { Kind: sql`t.kind`, From: sql`t.from_on`, Until: sql`t.to_on`, 'Ended because': sql`t.ended_because` },
    order: withPerson('people.membership', 't.from_on, t.id'),
  },
  {
    name: 'consents',
    title: 'By what right',
    why: 'Who may be held, written to or named for what, in the words they agreed to, and until when.',
    table: 'people.basis',
    besides: ['people.wording'],
    columns: {
      Purpose: sql`t.purpose`,
      Basis: sql`t.basis`,
      Wording: sql`w.words`,
      Channel: sql`t.channel`,
      Evidence: sql`t.evidence`,
      From: sql`t.from_at`,
      Until: sql`t.until_at`,
      'Ended because': sql`t.ended_because`,
    },
    order: sql`people.basis t join people.person p on p.id = t.person_id left join people.wording w on w.id = t.wording_id order by p.sort_name, t.from_at, t.id`,
  },
  {
    name: 'objections',
    title: 'Who said no to what',
    why: 'A no that stands until the person takes it back.',
    table: 'people.objection',
    columns: { Purpose: sql`t.purpose`, 'Said no at': sql`t.objected_at`, Channel: sql`t.channel` },
    order: withPerson('people.objection', 't.purpose'),
  },
  {
    name: 'interests-and-offers',
    title: 'Interests and offers of help',
    why: 'What people told the group of themselves.',
    table: 'people.person_topic',
    besides: ['people.topic'],
    columns: { List: sql`o.list`, Topic: sql`o.name` },
    order: sql`people.person_topic t join people.person p on p.id = t.person_id join people.topic o on o.id = t.topic_id order by p.sort_name, o.list, o.position, o.id`,
  },
  {
    name: 'other-hats',
    title: 'Other hats',
    why: 'Employers, unions and other bodies people belong to.',
    table: 'people.hat',
    columns: { Kind: sql`t.kind`, Body: sql`t.name` },
    order: withPerson('people.hat', 't.id'),
  },
  {
    name: 'local-and-policy-groups',
    title: 'Local and policy groups',
    why: 'Who is in which, and who coordinates it.',
    table: 'people.part_member',
    besides: ['people.part'],
    columns: { Group: sql`o.name`, Coordinates: sql`t.coordinates`, From: sql`t.from_on`, Until: sql`t.to_on` },
    order: sql`people.part_member t join people.person p on p.id = t.person_id join people.part o on o.id = t.part_id order by o.name, p.sort_name, t.id`,
  },
  {
    name: 'notes',
    title: 'Officers’ notes',
    why: 'What officers noted about people.',
    table: 'people.note',
    columns: { Note: sql`t.words`, 'Written at': sql`t.written_at`, 'Written by': sql`t.written_by` },
    order: withPerson('people.note', 't.written_at, t.id'),
  },
  {
    name: 'relationships',
    title: 'Relationships',
    why: 'Who works for, knows or is related to whom.',
    table: 'people.relationship',
    columns: { Is: sql`t.kind`, 'To whom': sql`o.name` },
    order: sql`people.relationship t join people.person p on p.id = t.from_id join people.person o on o.id = t.to_id order by p.sort_name, t.id`,
  },
  {
    name: 'records-opened',
    title: 'Records opened',
    why: 'Which officer opened whose record on which day.',
    table: 'people.reading',
    columns: { Officer: sql`o.name`, Day: sql`t.day`, How: sql`t.how` },
    order: sql`people.reading t join people.person p on p.id = t.person_id join people.person o on o.id = t.officer_id order by t.day, p.sort_name, o.id`,
  },
]

const bodies = (tx: Tx) =>
  tableFrom(tx, {
    name: 'partner-bodies',
    title: 'Partner bodies',
    why: 'Bodies the group works with, and who sits at each desk there.',
    from: ['people.body', 'people.desk'],
    columns: {
      Body: sql`b.name`,
      Website: sql`b.website`,
      About: sql`b.about`,
      Desk: sql`d.title`,
      Person: sql`p.name`,
      From: sql`d.from_on`,
      Until: sql`d.to_on`,
    },
    source: sql`people.body b left join people.desk d on d.body_id = b.id left join people.person p on p.id = d.person_id order by b.name, d.from_on, d.id`,
  })

const takenOut = (tx: Tx) =>
  tableFrom(tx, {
    name: 'lists-taken-out',
    title: 'Lists taken out',
    why: 'Which officer took a list out of the register, why, and how many people were on it.',
    from: ['people.taking_out'],
    columns: { 'Taken at': sql`t.taken_at`, Officer: sql`o.name`, Reason: sql`t.reason`, People: sql`t.people` },
    source: sql`people.taking_out t left join people.person o on o.id = t.officer_id order by t.taken_at, t.id`,
  })
