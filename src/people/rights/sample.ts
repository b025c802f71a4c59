import type { Act } from '../../platform/act.ts'
import { civilDay } from '../../platform/time.ts'
import * as bases from '../bases.ts'
import * as duplicates from '../duplicates/duplicates.ts'
import * as persons from '../persons.ts'
import * as takingOut from '../register/approvals.ts'
import * as approvals from './approvals.ts'
import * as requests from './requests.ts'
import * as retention from './retention.ts'

const DAY = 86_400_000

/** Requests of invented people for the sample group, one of each kind, so that each page is seen alive. */
export async function giveSampleRequests(
  act: Act,
  { chair, secretary }: { readonly chair: string; readonly secretary: string },
): Promise<void> {
  const ago = (days: number, by: string): Act => ({
    ...act,
    at: new Date(act.at.getTime() - days * DAY),
    by: { kind: 'person', groupId: act.group.id, personId: by, roles: new Set() },
  })
  const [alma, ned, tess] = [
    await aContact(ago(900, secretary), 'Alma Rudge'),
    await aContact(ago(700, secretary), 'Ned Farrow'),
    await aContact(ago(300, secretary), 'Tess Okoro'),
  ]
  const [old] = [await aContact(ago(1600, secretary), 'Percy Lunt')]
  const receive = (days: number, by: string, given: requests.NewRequest) =>
    requests.receive(ago(days, by), { receivedOn: civilDay(ago(days, by).at, act.group.zone), ...given })

  const own = await receive(80, chair, { personId: chair, kind: 'access', channel: 'my_page' })
  await requests.answer(ago(75, secretary), {
    id: own,
    outcome: 'done',
    words: 'Here is everything we hold about you.',
  })
  await receive(36, secretary, {
    personId: alma,
    kind: 'access',
    channel: 'paper',
    words: 'What do you have on me? A. Rudge',
  })
  await receive(24, secretary, {
    personId: ned,
    kind: 'erasure',
    channel: 'email',
    words: 'Please take me off everything.',
  })
  await takingOut.ask(ago(1, secretary), 'The auditor asks for a list of all members.')
  await approvals.ask(ago(2, secretary), { personIds: [ned], reason: 'He asked for it by email.' })
  const restriction = await receive(20, secretary, {
    personId: tess,
    kind: 'restriction',
    channel: 'telephone',
    words: 'The address is wrong.',
  })
  await requests.stop(ago(12, secretary), { id: restriction, question: 'Which of the two addresses do you mean?' })
  await receive(5, secretary, {
    personId: tess,
    kind: 'complaint',
    channel: 'email',
    words: 'I was written to although I said no.',
  })
  await receive(3, secretary, { personId: alma, kind: 'objection', channel: 'paper', words: 'No more calls to act.' })
  await receive(2, secretary, { personId: ned, kind: 'correction', channel: 'email', words: 'My name has one r.' })
  await bases.end(ago(1500, secretary), { personId: old, purpose: 'register', because: 'withdrawn' })
  await retention.propose(act)
  await aContact(ago(100, secretary), 'Alma Rudge', 'alma.rudge@mail.example.org')
  await duplicates.look(act)
}

async function aContact(
  act: Act,
  name: string,
  email = `${name.toLowerCase().replace(' ', '.')}@example.org`,
): Promise<string> {
  const { id: personId } = await persons.addOrFind(act, { name, email })
  const [purpose, basis, channel] = ['register', 'regular_contact', 'officer'] as const
  await bases.give(act, { personId, purpose, basis, channel, evidence: 'They wrote to us about the river' })
  return personId
}
