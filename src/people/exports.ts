import { sql } from 'kysely'
import { type Contribution, tableFrom } from '../platform/contribution.ts'
import type { Tx } from '../platform/database.ts'

const KEY = 'It lets somebody in, and would let in whoever read it here.'

/** Who is on the register, who held which office, and who agreed to what. */
export async function contributes(tx: Tx): Promise<Contribution> {
  return {
    tables: [people(tx), officers(tx), consents(tx), officerPages(tx)],
    leftBehind: {
      'people.session': KEY,
      'people.sign_in': KEY,
      'people.passkey': KEY,
      'people.authenticator': KEY,
      'people.recovery_code': KEY,
      'people.challenge': 'A question asked in the moment of signing in.',
      'people.recovery': 'Help for somebody who lost their second factor, while it is under way.',
      'people.second_step': 'A step in the moment of signing in.',
    },
  }
}

const people = (tx: Tx) =>
  tableFrom(tx, {
    name: 'people',
    title: 'People',
    why: 'Everybody on the register, to know who they are and to write to them.',
    from: ['people.person'],
    columns: {
      Id: sql`id`,
      Name: sql`name`,
      'Email address': sql`email`,
      Kind: sql`kind`,
      'Added at': sql`created_at`,
    },
    source: sql`people.person order by name, id`,
  })

const officers = (tx: Tx) =>
  tableFrom(tx, {
    name: 'officers',
    title: 'Offices held',
    why: 'Who held which office, from when to when: the group’s record of its officers.',
    from: ['people.role_held'],
    columns: {
      Name: sql`p.name`,
      Office: sql`r.role`,
      From: sql`r.from_on`,
      Until: sql`r.to_on`,
      Minute: sql`r.minute`,
      'Id of the person': sql`r.person_id`,
    },
    source: sql`people.role_held r join people.person p on p.id = r.person_id order by r.from_on, r.id`,
  })

const consents = (tx: Tx) =>
  tableFrom(tx, {
    name: 'consents',
    title: 'Who said yes to what',
    why: 'The words somebody agreed to, exactly as they were shown, and when they took it back.',
    from: ['people.consent'],
    columns: {
      Name: sql`p.name`,
      Purpose: sql`c.purpose`,
      Wording: sql`c.wording`,
      'Said yes at': sql`c.given_at`,
      'Took it back at': sql`c.withdrawn_at`,
      'Id of the person': sql`c.person_id`,
    },
    source: sql`people.consent c join people.person p on p.id = c.person_id order by c.given_at, c.id`,
  })

const officerPages = (tx: Tx) =>
  tableFrom(tx, {
    name: 'officers-on-the-website',
    title: 'Officers on the website',
    why: 'What officers say of themselves where they agreed to be named. Their photographs stay behind.',
    from: ['people.officer_page'],
    columns: {
      Name: sql`p.name`,
      'About them': sql`o.biography`,
      'SHA-256 of the photograph': sql`o.photo_sha256`,
      'Id of the person': sql`o.person_id`,
    },
    source: sql`people.officer_page o join people.person p on p.id = o.person_id order by p.name, o.person_id`,
  })
