import { sql } from 'kysely'
import { type Contribution, tableFrom } from '../platform/contribution.ts'
import type { Tx } from '../platform/database.ts'

const KEY = 'It lets somebody in, and would let in whoever read it here.'

/** Who is on the register, and who held which office. */
export async function contributes(tx: Tx): Promise<Contribution> {
  return {
    tables: [
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
      }),
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
      }),
      tableFrom(tx, {
        name: 'consents',
        title: 'Who said yes to what',
        why: 'The words somebody agreed to, exactly as they were shown, and what officers say of themselves since.',
        from: ['people.consent', 'people.officer_page'],
        columns: {
          Name: sql`p.name`,
          Purpose: sql`c.purpose`,
          Wording: sql`c.wording`,
          'Said yes at': sql`c.given_at`,
          'Took it back at': sql`c.withdrawn_at`,
          'About them': sql`o.biography`,
          'SHA-256 of the photograph': sql`o.photo_sha256`,
        },
        source: sql`people.consent c join people.person p on p.id = c.person_id
          left join people.officer_page o on o.person_id = c.person_id order by c.given_at, c.id`,
      }),
      tableFrom(tx, {
        name: 'officers-on-the-website',
        title: 'Officers on the website',
        why: 'Who agreed to be named, in which words, and what they say of themselves. Their pictures stay behind.',
        from: ['people.consent', 'people.officer_page'],
        columns: {
          'Id of the person': sql`coalesce(c.person_id, o.person_id)`,
          'Agreed at': sql`c.given_at`,
          'Taken back at': sql`c.withdrawn_at`,
          'Agreed to': sql`c.wording`,
          'About them': sql`o.biography`,
        },
        source: sql`people.consent c full join people.officer_page o on o.person_id = c.person_id order by c.given_at, c.id`,
      }),
    ],
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
