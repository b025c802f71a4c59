import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Role } from '../../platform/roles.ts'
import { dayOf } from '../../platform/time.ts'
import { heldOn } from '../offices.ts'
import { find as findPerson } from '../persons.ts'
import { recoveryAsked, recoveryConfirmed, recoveryRefused, recoveryUsed } from './events.ts'
import { clear } from './factors.ts'
import { tell, tellChange } from './letters.ts'
import type { SecondStep } from './secondSteps.ts'

const HELPERS: readonly Role[] = ['chair', 'vice_chair', 'secretary']
const [DAYS_TO_ANSWER, HOURS_TO_USE] = [7, 24]

/** Somebody who lost every factor, and what another officer has said. */
export interface Recovery {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly state: 'asked' | 'confirmed'
  readonly askedAt: Date
  readonly endsAt: Date
}

/** Requests that still count, the oldest first. */
export async function open(tx: Tx, at: Date): Promise<readonly Recovery[]> {
  const rows = await tx
    .selectFrom('people.recovery as r')
    .innerJoin('people.person as p', 'p.id', 'r.person_id')
    .select(['r.id', 'r.person_id as personId', 'p.name', 'r.state', 'r.asked_at as askedAt', 'r.ends_at as endsAt'])
    .where('r.state', 'in', ['asked', 'confirmed'])
    .where('r.ends_at', '>', at)
    .orderBy('r.asked_at')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as Recovery['state'] }))
}

export const openOf = async (tx: Tx, { personId, at }: { personId: string; at: Date }): Promise<Recovery | undefined> =>
  (await open(tx, at)).find((one) => one.personId === personId)

/** One by its id, or a 404 that names nobody. */
export async function find(tx: Tx, { id, at }: { id: string; at: Date }): Promise<Recovery> {
  const found = (await open(tx, at)).find((one) => one.id === id)
  if (!found) throw new Refusal('Nobody waits for help under this address any more.', 404)
  return found
}

/** Officers who may help this person: never the person. */
export async function helpersOf(
  tx: Tx,
  { personId, day }: { personId: string; day: string },
): Promise<readonly string[]> {
  const held = await heldOn(tx, day)
  return [
    ...new Set(
      held.filter((one) => one.personId !== personId && HELPERS.includes(one.role)).map((one) => one.personId),
    ),
  ]
}

/** Asks the chair and the secretary for help, and tells each by letter. Asking again while one is open changes nothing. */
export async function ask(act: Act, { personId, origin }: { personId: string; origin: string }): Promise<void> {
  if (await openOf(act.tx, { personId, at: act.at })) return
  await limit(act, { key: `recovery ${personId}`, times: 3, minutes: 24 * 60 })
  const helpers = await helpersOf(act.tx, { personId, day: dayOf(act) })
  if (!helpers.length)
    throw new Refusal('No other officer could help you. Ask whoever runs this website for a sign-in link.')
  await withdraw(act, personId) // one that ran out
  const { id } = await act.tx
    .insertInto('people.recovery')
    .values({ group_id: act.group.id, person_id: personId, asked_at: act.at, ends_at: daysAfter(act.at) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(act, recoveryAsked, { person: personId, recovery: id })
  const name = await nameOf(act, personId)
  for (const helper of helpers)
    await tell(act, helper, {
      subject: `${name} asks for help to sign in to ${act.group.name}`,
      body: `${name} says that their passkey, their authenticator app and their recovery codes are lost.

Speak to them before you help: in person, or on a telephone number you had before. Then look here:

${origin}/office/officers/recoveries/${id}`,
    })
}

/** Another officer says that it is them. From now on there is a day to start afresh. */
export async function confirm(act: Act, { id, origin }: { id: string; origin: string }): Promise<Recovery> {
  const recovery = await answer(act, {
    id,
    state: 'confirmed',
    endsAt: new Date(act.at.getTime() + HOURS_TO_USE * HOUR),
  })
  await record(act, recoveryConfirmed, { person: recovery.personId, recovery: id })
  await tell(act, recovery.personId, {
    subject: `You can sign in to ${act.group.name} again`,
    body: `Another officer has confirmed that it is you who asks for help.

Sign in by email within ${HOURS_TO_USE} hours and choose “Start afresh”. Your passkeys, your authenticator app and your recovery codes are removed then, and you set up new ones.

${origin}/sign-in

If you did not ask for this, tell the chair or the secretary at once, and do not sign in by email until then.`,
  })
  await tell(act, act.by.personId!, {
    subject: `You helped ${recovery.name} to sign in to ${act.group.name}`,
    body: `You confirmed that it is ${recovery.name} who asks to sign in without the passkey or the codes they had. They have ${HOURS_TO_USE} hours for it.

If this was not you, tell the other officers at once.`,
  })
  return recovery
}

/** Another officer says that it is not them, or not to be helped like this. */
export async function refuse(act: Act, { id }: { id: string }): Promise<Recovery> {
  const recovery = await answer(act, { id, state: 'refused', endsAt: act.at })
  await record(act, recoveryRefused, { person: recovery.personId, recovery: id })
  await tell(act, recovery.personId, {
    subject: `Your request for help to sign in to ${act.group.name}`,
    body: 'The officer who looked at your request for help to sign in did not confirm it. Nothing has changed. Speak to them if it was you who asked.',
  })
  return recovery
}

/** With the letter in one hand and another officer's word in the other: every factor goes, every browser is signed out. */
export async function startAfresh(
  act: Act,
  { step, origin }: { step: SecondStep; origin: string },
): Promise<{ personId: string }> {
  const { personId } = step
  const used = await act.tx
    .updateTable('people.recovery')
    .set({ state: 'used' })
    .where('person_id', '=', personId)
    .where('state', '=', 'confirmed')
    .where('ends_at', '>', act.at)
    .returning(['id', 'answered_by'])
    .executeTakeFirst()
  if (!used) throw new Refusal('No officer has confirmed this, or it was more than a day ago. Ask again.')
  await clear(act, personId)
  await record(act, recoveryUsed, { person: personId, recovery: used.id })
  await tellChange(act, { personId, change: 'recovery used', origin })
  const name = await nameOf(act, personId)
  await tell(act, used.answered_by!, {
    subject: `${name} has signed in to ${act.group.name} again`,
    body: `${name}, whom you helped, has signed in by email and can set up a new passkey now.`,
  })
  return { personId }
}

/** Whoever signs in with a factor needs no help any more. */
export async function withdraw(act: Act, personId: string): Promise<void> {
  await act.tx
    .updateTable('people.recovery')
    .set({ state: 'withdrawn' })
    .where('person_id', '=', personId)
    .where('state', 'in', ['asked', 'confirmed'])
    .execute()
}

async function answer(
  act: Act,
  { id, state, endsAt }: { id: string; state: 'confirmed' | 'refused'; endsAt: Date },
): Promise<Recovery> {
  const recovery = await find(act.tx, { id, at: act.at })
  if (recovery.personId === act.by.personId) throw new Refusal('Only another officer can help you.', 403)
  const answered = await act.tx
    .updateTable('people.recovery')
    .set({ state, answered_at: act.at, answered_by: act.by.personId, ends_at: endsAt })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst()
  if (!answered) throw new Refusal('Another officer has answered already.')
  return recovery
}

const HOUR = 3_600_000
const daysAfter = (at: Date) => new Date(at.getTime() + DAYS_TO_ANSWER * 24 * HOUR)
const nameOf = async ({ tx }: Act, personId: string) => (await findPerson(tx, personId))?.name ?? 'An officer'
