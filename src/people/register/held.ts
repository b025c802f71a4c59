import { sql } from 'kysely'
import { type HeldPart, heldRows } from '../heldRows.ts'

/** Views an officer kept. They name nobody else: words sought are not kept with them. */
const views: HeldPart = heldRows<{ name: string; shared: boolean }>({
  table: 'people.saved_view',
  columns: ['owner_id'],
  what: 'Views of the register you kept',
  why: 'So that you find them again',
  says: ({ name, shared }) => `${name}${shared ? ', shown to all officers' : ''}`,
  orderBy: 'made_at',
})

const told = heldRows<{ reason: string; people: number; taken_at: Date }>({
  table: 'people.taking_out',
  columns: ['officer_id'],
  what: 'Lists you took out of the register',
  why: 'So that the people on them can know who has them, and why',
  says: ({ reason, people, taken_at }) => `${taken_at.toISOString().slice(0, 10)}, ${people} people: ${reason}`,
  orderBy: 'taken_at',
})

/** That a list was taken out stays, without whose hand it was. */
const takenOut: HeldPart = {
  holds: told.holds,
  erase: async (act, personId, { dryRun, ...how }) => {
    const counted = await told.erase(act, personId, { ...how, dryRun: true })
    if (!dryRun)
      await sql`update people.taking_out set officer_id = null where officer_id = ${personId}`.execute(act.tx)
    return counted.map((one) => ({
      ...one,
      keptBecause: 'It shows that a list left the register, and why. It no longer names you.',
    }))
  },
}

const asked = heldRows<{ reason: string; asked_at: Date }>({
  table: 'people.approval',
  columns: ['asked_by'],
  what: 'What you asked a second officer to allow',
  why: 'So that two people stand behind it',
  says: ({ reason, asked_at }) => `${asked_at.toISOString().slice(0, 10)}: ${reason}`,
  orderBy: 'asked_at',
})

/** The question and its answer stay; the officers in it have no name any more. */
const approvals: HeldPart = {
  holds: asked.holds,
  erase: async (act, personId, how) =>
    (await asked.erase(act, personId, { ...how, dryRun: true })).map((one) => ({
      ...one,
      keptBecause: 'It shows that two officers stood behind it. It names nobody.',
    })),
}

export const registerHeld: readonly HeldPart[] = [views, takenOut, approvals]
