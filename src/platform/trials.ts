import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { KnownGroup } from './groups.ts'
import { eventType, record } from './journal.ts'
import { Refusal } from './refusal.ts'
import { keyedHash, newToken } from './secret.ts'
import type { Services } from './services.ts'

export const trialKept = eventType<Record<never, never>>('platform.trial_kept')

export const TRIAL_HOURS = 24
/** Of one network in a day. */
const MOST_OF_A_NETWORK = 3

/** Makes a group for a day, which answers to no name. The token is its only key. Refuses when all places are taken. */
export async function beginTrial(
  { groups, secret, config }: Pick<Services, 'groups' | 'secret' | 'config'>,
  { network }: { network: string },
): Promise<{ group: KnownGroup; token: string }> {
  const token = newToken()
  const [key, from] = [keyedHash(secret, 'trial', token), keyedHash(secret, 'trial network', network)]
  const slug = `trial-${randomBytes(4).toString('hex')}`
  const group = await groups.create({ name: 'Your website', slug, hosts: [] }, async (act) => {
    await refuseTooMany(act, { from, atOnce: config.trialsAtOnce })
    const until = new Date(act.at.getTime() + TRIAL_HOURS * 3_600_000)
    await sql`update platform.group set trial_until = ${until}, trial_key = ${key}, trial_network = ${from} where id = ${act.group.id}`.execute(
      act.tx,
    )
  })
  return { group, token }
}

/** Those that have ended count for their network until they are erased, so that sending rubbish is no way around. */
async function refuseTooMany({ tx, at }: Act, { from, atOnce }: { from: string; atOnce: number }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('platform.trial'))`.execute(tx)
  const { rows } = await sql<{ all: number; ofNetwork: number }>`
    select count(*) filter (where trial_until > ${at}) as all, count(*) filter (where trial_network = ${from}) as "ofNetwork"
    from platform.group where trial_until is not null`.execute(tx)
  if (rows[0]!.ofNetwork >= MOST_OF_A_NETWORK)
    throw new Refusal('Several trials were begun from your network today. End one of them, or come back tomorrow.', 429)
  if (rows[0]!.all >= atOnce)
    throw new Refusal('All places for trials are taken at the moment. Come back in a few hours.', 429)
}

/** The trial that a token opens, while it lasts. */
export function trialOf(
  { groups, secret }: Pick<Services, 'groups' | 'secret'>,
  token: string,
): KnownGroup | undefined {
  const group = groups.byTrialKey(keyedHash(secret, 'trial', token))
  return group?.trialUntil && group.trialUntil > new Date() ? group : undefined
}

/** Its place is free at once; what it holds is erased by the next round. Call `groups.load()` afterwards. */
export async function endTrial({ tx, group, at }: Act): Promise<void> {
  await sql`update platform.group set trial_until = ${at} where id = ${group.id} and trial_until > ${at}`.execute(tx)
}

/** What the old website calls itself. Call `groups.load()` afterwards. */
export async function nameTrial({ tx, group }: Act, name: string): Promise<void> {
  const title = name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 120)
    .toWellFormed()
  if (title) await sql`update platform.group set name = ${title} where id = ${group.id}`.execute(tx)
}

/** The trial becomes a group like any other. Call `groups.load()` afterwards. */
export async function keepTrial(act: Act): Promise<void> {
  const { numAffectedRows } = await sql`
    update platform.group set trial_until = null, trial_key = null, trial_network = null
    where id = ${act.group.id} and trial_until > ${act.at}`.execute(act.tx)
  if (!numAffectedRows) throw new Refusal('This is no trial, or it has ended.', 404)
  await record(act, trialKept, {})
}
