import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { mayAppoint } from '../permissions.ts'
import { factorsOf, hasFactor } from './factors.ts'
import * as offers from './offers.ts'
import * as recoveries from './recoveries.ts'
import { mustHaveSecondFactor } from './rules.ts'

/** Officers who wait for help, and the officer's own second factor. */
export async function today(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  const { personId } = actor
  if (!personId) return []
  const waiting = mayAppoint(actor) ? await recoveries.open(tx, new Date()) : []
  const asked = waiting.filter((one) => one.state === 'asked' && one.personId !== personId).map(helpWanted)
  const factors = await factorsOf(tx, personId)
  if (hasFactor(factors)) return factors.codesLeft === null ? [...asked, codesMissing] : asked
  if (mustHaveSecondFactor(actor)) return [...asked, factorMissing]
  return (await offers.open(tx, personId)) ? [...asked, passkeyOffer] : asked
}

const helpWanted = ({ id, name }: recoveries.Recovery): TodayItem => ({
  icon: 'shield',
  tone: 'warn',
  sentence: `${name} asks for help to sign in`,
  reason: 'Their passkey, app and codes are lost. Speak to them first.',
  action: { label: 'Look at it', href: `/office/officers/recoveries/${id}` },
})

const factorMissing: TodayItem = {
  icon: 'shield',
  tone: 'warn',
  sentence: 'Add a passkey or an authenticator app',
  reason: 'Your office sees people’s details or money. A letter alone does not open those pages.',
  action: { label: 'Set one up', href: '/my/security' },
}

const codesMissing: TodayItem = {
  icon: 'key-round',
  tone: 'plain',
  sentence: 'Make recovery codes',
  reason: 'Without them a lost phone locks you out.',
  action: { label: 'Make them', href: '/my/security' },
}

const passkeyOffer: TodayItem = {
  icon: 'key-round',
  tone: 'plain',
  sentence: 'Sign in without waiting for a letter',
  reason: 'With a passkey, your finger, your face or a PIN is enough. You can also say “not now”.',
  action: { label: 'Have a look', href: '/my/security' },
}
