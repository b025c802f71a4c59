import type { Act } from '../../platform/act.ts'
import type { Config } from '../../platform/config.ts'
import type { Tx } from '../../platform/database.ts'
import * as exports from '../../platform/exports.ts'
import { enqueue } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { send } from '../../platform/letters.ts'
import { filedTo, forgetFiled } from '../../platform/mail.ts'
import { eraseFrom } from '../../platform/personRecords.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Erasure, Slice } from '../../platform/slice.ts'
import { civilDay } from '../../platform/time.ts'
import { isLastToAppoint } from '../offices.ts'
import { addressesOf, find, idsOf, type Person } from '../persons.ts'
import * as approvals from './approvals.ts'
import { personErased } from './events.ts'
import * as proofs from './proofs.ts'

/** What the whole program lends to an erasure. */
export interface Everything {
  readonly slices: readonly Slice[]
  readonly secret: string
  readonly config: Config
}

/** What would go and what would stay, and why. Changes nothing. */
export async function dryRun(act: Act, personId: string, { slices, secret }: Everything): Promise<readonly Erasure[]> {
  const found: Erasure[] = []
  for (const id of await idsOf(act.tx, personId))
    found.push(...(await eraseFrom(slices, act, { personId: id, dryRun: true, secret })))
  return summed(found)
}

/** Why somebody cannot be erased now; null when they can. */
export async function hindrance(act: Act, personId: string): Promise<string | null> {
  if (act.by.personId === personId) return 'You cannot erase yourself. Ask another officer to do it.'
  if (await isLastToAppoint(act, personId))
    return 'They are the only chair or secretary, and a group needs one who can appoint others. Appoint somebody first.'
  return null
}

/**
 * Erases somebody, with the word of a second officer, which is used up by it. Everything goes from every slice, with what lies
 * about in letters and exports; what stays is a proof that names nobody. It cannot be undone.
 */
export async function perform(act: Act, approvalId: string, all: Everything): Promise<readonly Erasure[]> {
  const approval = await approvals.use(act, approvalId)
  const person = await find(act.tx, approval.personId)
  const hindered = await hindrance(act, approval.personId)
  if (!person || hindered) throw new Refusal(hindered ?? 'This person is no longer on the register.')
  const told = await dryRun(act, person.id, all)
  const because = await proofs.whyOf(act.tx, person.id)
  await clearMail(act, person.id, all.config)
  await exports.expireAll(act)
  for (const id of (await idsOf(act.tx, person.id)).toReversed())
    await eraseFrom(all.slices, act, { personId: id, dryRun: false, secret: all.secret })
  const proof = await proofs.keep(act, {
    ...because,
    askedOn: because.askedOn ?? civilDay(approval.askedAt, act.group.zone),
    told,
    askedBy: approval.askedBy,
    agreedBy: approval.answeredBy,
  })
  await record(act, personErased, { proof })
  if (because.because === 'request') await tellThem(act, person)
  return told
}

/** Where no mail server is set, letters lie in a folder: those to them go once the act is done. */
async function clearMail(act: Act, personId: string, config: Config): Promise<void> {
  const filed = await filedTo(config, await addressesOf(act.tx, personId))
  if (filed.length) await enqueue(act, { job: forgetFiled, payload: { letters: filed.join(' ') } })
}

/** Whoever asked must hear that it is done. The letter and its address are forgotten once the mail server has taken it. */
async function tellThem(act: Act, { email }: Person): Promise<void> {
  if (!email) return
  await send(act, {
    kind: 'service',
    to: email,
    subject: `You are deleted from the register of ${act.group.name}`,
    body: `You asked ${act.group.name} to delete what it holds about you. This is done. We keep no name and no address of yours.

So that nobody writes to you again by mistake, we keep a mark made from your address, from which it cannot be read.

This is our last letter to you. If you think something is not right, you can go to the Information Commissioner's Office (ico.org.uk).

${act.group.name}
`,
  })
}

/** Of one kind told several times, the numbers together. What is not there need not be told. */
function summed(found: readonly Erasure[]): readonly Erasure[] {
  const kinds = Map.groupBy(found, ({ what, keptBecause }) => `${what}\n${keptBecause ?? ''}`)
  return [...kinds.values()]
    .map((same) => ({ ...same[0]!, count: same.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ count }) => count > 0)
}

/** Somebody on the register by their own id; a merged record is found as what it became. A 404 that names nobody. */
export async function personToErase(tx: Tx, id: string): Promise<Person> {
  const person = await find(tx, id)
  if (!person || person.name === 'Erased') throw new Refusal('There is nobody under this address.', 404)
  return person
}
