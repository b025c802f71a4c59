import { sql } from 'kysely'
import { type Contribution, tableFrom } from '../platform/contribution.ts'
import type { Tx } from '../platform/database.ts'
import { exportedVacancies } from './vacancies/exported.ts'
import { exportedRegister } from './exportedRegister.ts'
import { exportedRights } from './rights/exported.ts'

const KEY = 'It lets somebody in, and would let in whoever read it here.'

/** Who is on the register, by what right, who held which office. */
export async function contributes(tx: Tx): Promise<Contribution> {
  return {
    tables: [...exportedRegister(tx), ...exportedRights(tx), ...exportedVacancies(tx), officers(tx), officerPages(tx)],
    leftBehind: {
      'people.session': KEY,
      'people.sign_in': KEY,
      'people.passkey': KEY,
      'people.authenticator': KEY,
      'people.recovery_code': KEY,
      'people.challenge': 'A question asked in the moment of signing in.',
      'people.recovery': 'Help for somebody who lost their second factor, while it is under way.',
      'people.second_step': 'A step in the moment of signing in.',
      'people.suppression': 'Hashes of addresses that are never written to again. They say nothing to a reader.',
      'people.likeness_key': 'Made anew from names and addresses, to find duplicates.',
      'people.likeness': 'Made anew from names and addresses, to find duplicates.',
      'people.duplicate': 'Found anew each night from the register itself.',
      'people.retention_proposal': 'Made anew each night from the register itself.',
      'people.import': 'How lists of people came in: the people themselves are in the register.',
      'people.import_row': 'Rows of a list that has not come in.',
      'people.import_mapping': 'How the columns of the last lists were read.',
      'people.saved_view': 'Ways of looking at the register in Backbench. They hold nothing of anybody.',
      'people.application': 'Answers of somebody who has not joined yet. They are gone within days.',
      'people.email_change': 'A new email address that its mailbox has not confirmed yet.',
      'people.address_proposal': 'A new address that a mailbox proposed, and nobody has confirmed.',
      'people.newcomers_seen': 'When an officer last looked at those who joined.',
      'people.vacancy_interest': 'Said in confidence to the officers who handle it, and erased after the appointment.',
      'people.vacancy_letter': 'Who was written to about a vacancy, so that nobody is written to twice.',
      'people.introduction': 'Between two members. Officers see numbers only.',
      'people.introduction_answer': 'Between two members. A no is nobody’s business.',
      'people.approval': 'Questions from one officer to another, good for days.',
    },
  }
}

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
