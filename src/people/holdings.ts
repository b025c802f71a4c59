import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../platform/slice.ts'
import { day as dayWords, plainDay } from '../ui/words.ts'
import { type Role, roleNames } from '../platform/roles.ts'
import * as bases from './bases.ts'
import { duplicatesHeld } from './duplicates/holdings.ts'
import { facts } from './factsHeld.ts'
import { mentions } from '../platform/mentions.ts'
import { find } from './persons.ts'
import { factors } from './factors/holdings.ts'
import { type HeldPart, heldRows } from './heldRows.ts'
import { applicationsHeld } from './join/held.ts'
import { hatNames, type HatKind, type Kind, kindNames } from './kinds.ts'
import { leaveAll } from './offices.ts'
import { introductionsHeld } from './introductions/holdings.ts'
import { partsHeld } from './parts/holdings.ts'
import { officerPage } from './public/holdings.ts'
import { rightsHeld } from './rights/holdings.ts'
import { registerHeld } from './register/held.ts'
import { basisToYou, channelToYou, purposeNames } from './purposes.ts'
import { sessions } from './sessionsHeld.ts'
import { topics } from './topics.ts'
import { vacanciesHeld } from './vacancies/holdings.ts'

const day = (moment: Date): string => dayWords(moment, 'UTC')
const until = (to: string | null): string => (to ? ` to ${plainDay(to)}` : '')

const officesHeld = heldRows<{ role: Role; from_on: string; to_on: string | null }>({
  table: 'people.role_held',
  what: 'Offices held',
  why: 'The group’s record of its officers',
  says: ({ role, from_on, to_on }) => `${roleNames[role]} from ${plainDay(from_on)}${until(to_on)}`,
  orderBy: 'from_on',
})

/** Offices once held stay, without a name: the group must be able to say that an act was an officer's. They end today. */
const offices: HeldPart = {
  holds: officesHeld.holds,
  async erase(act, personId, how) {
    const [told] = await officesHeld.erase(act, personId, { ...how, dryRun: true })
    if (!how.dryRun) await leaveAll(act, personId)
    return [{ ...told!, keptBecause: 'They show that decisions were taken by an officer. They name nobody.' }]
  },
}

const memberships: HeldPart = keeping(
  heldRows<{ kind: Kind; from_on: string; to_on: string | null }>({
    table: 'people.membership',
    what: 'Membership',
    why: 'To count how many the group has, today and in the past',
    says: ({ kind, from_on, to_on }) => `${kindNames[kind]} from ${plainDay(from_on)}${until(to_on)}`,
    orderBy: 'from_on',
  }),
  'Days and kinds, for the numbers of past years. They name nobody.',
)

const ledger: HeldPart = {
  ...heldRows({ table: 'people.basis', what: 'Consents and other rights to hold this', why: '', says: () => null }),
  holds: async (tx, personId) =>
    (await bases.ledger(tx, personId)).map(({ purpose, basis, wording, channel, evidence, fromAt, untilAt }) => ({
      what: purposeNames[purpose],
      value: [
        `${basisToYou[basis]}, since ${day(fromAt)}${untilAt ? `, until ${day(untilAt)}` : ''}.`,
        wording && `“${wording}”`,
        `${channelToYou[channel]}${evidence ? `: ${evidence}` : ''}.`,
      ]
        .filter(Boolean)
        .join(' '),
      why: 'Proof of the right to do this',
    })),
}

const rows: readonly HeldPart[] = [
  heldRows<{ purpose: keyof typeof purposeNames; objected_at: Date }>({
    table: 'people.objection',
    what: 'Said no to',
    why: 'So that you are not asked or written to again',
    says: ({ purpose, objected_at }) => `${purposeNames[purpose]}, on ${day(objected_at)}`,
  }),
  topics,
  heldRows<{ kind: HatKind; name: string }>({
    table: 'people.hat',
    what: 'Other hats',
    why: 'You told us',
    says: ({ kind, name }) => `${hatNames[kind]}: ${name}`,
  }),
  partsHeld,
  heldRows<{ words: string; written_at: Date }>({
    table: 'people.note',
    what: 'Officers’ notes',
    why: 'To remember what was said',
    says: ({ words, written_at }) => `${day(written_at)}: ${words}`,
    orderBy: 'written_at',
  }),
  {
    holds: () => Promise.resolve([]),
    erase: async ({ tx }, personId) => [
      await mentions(tx, (await find(tx, personId))?.name ?? '', {
        what: 'Notes about others that mention this name',
        table: 'people.note',
        columns: ['words'],
        where: sql`person_id <> ${personId}`,
      }),
    ],
  },
  heldRows<{ kind: string }>({
    table: 'people.relationship',
    columns: ['from_id', 'to_id'],
    what: 'Relations with other people',
    why: 'To know who works with whom',
    says: ({ kind }) => kind.replaceAll('_', ' '),
  }),
  heldRows<{ title: string; from_on: string; to_on: string | null }>({
    table: 'people.desk',
    what: 'Desk at a partner body',
    why: 'To know whom to ask there',
    says: ({ title, from_on, to_on }) => `${title}, from ${plainDay(from_on)}${until(to_on)}`,
  }),
  heldRows<{ state: string }>({
    table: 'people.import_row',
    what: 'In a list that is being brought in',
    why: 'It waits for an officer, for a week at most',
    says: ({ state }) => state,
  }),
  heldRows<{ day: string; how: string }>({
    table: 'people.reading',
    what: 'Days on which an officer opened the record',
    why: 'So that you can see who looked',
    says: ({ day: on, how }) => `${on}${how === 'export' ? ', in a list taken out' : ''}`,
    orderBy: 'day',
  }),
  heldRows<{ email: string }>({
    table: 'people.email_change',
    what: 'New email address, not confirmed',
    why: 'You asked to change your address',
    says: ({ email }) => email,
  }),
  heldRows<{ email: string }>({
    table: 'people.address_proposal',
    what: 'New email address that your mailbox named',
    why: 'It waits for an officer; nothing changes before you confirm it',
    says: ({ email }) => email,
  }),
  heldRows({
    table: 'people.newcomers_seen',
    columns: ['officer_id'],
    what: 'When you last looked at who joined',
    why: '',
    says: () => null,
  }),
]

/** Everything this slice holds, part by part. The record itself is last: it is the one the others point to. */
const parts: readonly HeldPart[] = [
  ...vacanciesHeld,
  offices,
  memberships,
  ledger,
  ...rows,
  ...rightsHeld,
  ...registerHeld,
  applicationsHeld,
  ...duplicatesHeld,
  ...introductionsHeld,
  sessions,
  factors,
  officerPage,
]

/** What this slice holds about a person, for access requests. */
export async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const held = [...(await facts.holds(tx, personId))]
  for (const part of parts) held.push(...(await part.holds(tx, personId)))
  return held
}

/** Ends every way to sign in, and takes everything that names them off the record. */
export async function erase(act: Act, personId: string, how: Erasing): Promise<readonly Erasure[]> {
  const found = [...(await facts.erase(act, personId, { ...how, dryRun: true }))]
  for (const part of parts) found.push(...(await part.erase(act, personId, how)))
  if (how.dryRun) return found
  await facts.erase(act, personId, how)
  await forgetUndo(act, personId)
  return found
}

/** Rows as they were before some act, which would otherwise keep what was erased for thirty days more. */
async function forgetUndo({ tx }: Act, personId: string): Promise<void> {
  await sql`
    delete from platform.undo where table_name like 'people.%' and (
      key @> jsonb_build_object('id', ${personId}::text) or key @> jsonb_build_object('person_id', ${personId}::text)
      or before @> jsonb_build_object('person_id', ${personId}::text) or before @> jsonb_build_object('merged_into', ${personId}::text)
      or before @> jsonb_build_object('from_id', ${personId}::text) or before @> jsonb_build_object('to_id', ${personId}::text))`.execute(
    tx,
  )
}

/** The same rows, told and counted, but kept for a reason. */
function keeping(part: HeldPart, keptBecause: string): HeldPart {
  return {
    holds: part.holds,
    erase: async (act, personId, how) =>
      (await part.erase(act, personId, { ...how, dryRun: true })).map((one) => ({ ...one, keptBecause })),
  }
}
