import type { Act } from '../../platform/act.ts'
import { isOfficer } from '../../platform/actor.ts'
import { eventType, record } from '../../platform/journal.ts'
import { dayOf } from '../../platform/time.ts'
import { keepForUndo } from '../../platform/undo.ts'
import * as bases from '../bases.ts'
import { tell } from '../factors/letters.ts'
import * as memberships from '../memberships.ts'
import { holdingWording, purposes } from '../purposes.ts'
import * as sessions from '../sessions.ts'

export const leftOfThemselves = eventType<{ person: string }>('people.left_of_themselves')

/** What stays of somebody who left, in words for them. */
export const WHAT_STAYS = [
  'Your record stays on the register, marked as left, with what you agreed to: it proves that we wrote to you by right. Nobody writes to you any more, and you are named nowhere.',
  'Our officers are asked from time to time whom we need no longer keep, and then it is erased. You need not wait for that: ask us to erase it, and we answer within a month.',
  'That somebody was a member from one day to another stays in our numbers, without a name.',
] as const

/** Ends what a person is to the group today, and every right to write to them. Asks nothing. */
export async function leave(act: Act, personId: string, origin: string): Promise<void> {
  const before = (await memberships.history(act.tx, personId)).at(-1)?.kind
  await memberships.end(act, { personId, because: 'left' })
  // A political body may keep its former members (UK GDPR, article 9(2)(d)); a supporter was held by their yes alone.
  for (const purpose of purposes)
    if (purpose !== 'register' || before === 'supporter') await bases.end(act, { personId, purpose, because: 'left' })
  await leaveParts(act, personId)
  await record(act, leftOfThemselves, { person: personId })
  await tell(act, personId, {
    subject: `You have left ${act.group.name}`,
    body: `You asked to leave ${act.group.name}, and you have left. Thank you for having been with us.\n\n${WHAT_STAYS.join('\n\n')}\n\nIf this was not you, or you change your mind, you can join again at any time:\n\n${origin}/join`,
  })
  if (!isOfficer(act.by)) await sessions.endAll(act, personId)
}

/** From member to supporter: held by their own explicit yes from now on, called to no meeting, and named nowhere. */
export async function stayAsSupporter(act: Act, personId: string): Promise<void> {
  await memberships.begin(act, { personId, kind: 'supporter' })
  for (const purpose of ['notices', 'public_list'] as const)
    await bases.end(act, { personId, purpose, because: 'left' })
  await bases.give(act, {
    personId,
    purpose: 'register',
    basis: 'explicit_consent',
    channel: 'my_page',
    words: holdingWording('supporter', act.group.name),
  })
}

/** Local and policy groups they were in. */
async function leaveParts(act: Act, personId: string): Promise<void> {
  const open = await act.tx
    .selectFrom('people.part_member')
    .select(['id', 'from_on'])
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .execute()
  const today = dayOf(act)
  for (const { id, from_on } of open) {
    await keepForUndo(act, { table: 'people.part_member', key: { id } })
    const to_on = from_on > today ? from_on : today
    await act.tx.updateTable('people.part_member').set({ to_on }).where('id', '=', id).execute()
  }
}
