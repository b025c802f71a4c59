import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Person } from '../persons.ts'
import * as challenges from './challenges.ts'
import { factorAdded, factorRemoved } from './events.ts'
import type { Place } from './place.ts'

export interface Passkey {
  readonly id: string
  readonly name: string
  /** The host name it works at. */
  readonly rpId: string
  readonly madeAt: Date
  readonly lastUsedAt: Date | null
}

/** Why a passkey was not taken, in words for the person. */
export type Trouble = 'late' | 'unknown' | 'refused' | 'alone'
export const troubleWords: Readonly<Record<Trouble, string>> = {
  late: 'That took more than five minutes, or was sent twice. Try again.',
  unknown: 'This passkey is not known here. It may have been removed.',
  refused: 'This passkey could not be checked, so it was not accepted. Try again, or choose another way.',
  alone: 'Your key did not ask for a PIN, a finger or your face. Sign in by email; the key can be the second step.',
}

const MOST = 20
/** EdDSA, ES256 and RS256: what devices in use can do (IANA COSE algorithms). */
const ALGORITHMS = [-8, -7, -257]

/** Loaded when first needed: most starts of the program never do. */
const library = () => import('@simplewebauthn/server')

/** A person's passkeys, the oldest first. */
export const passkeysOf = (tx: Tx, personId: string): Promise<readonly Passkey[]> =>
  tx
    .selectFrom('people.passkey')
    .select(['id', 'name', 'rp_id as rpId', 'made_at as madeAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

/** What the browser needs to make a passkey. One that the person has is not made twice on a device. */
export async function askToAdd(
  act: Act,
  { person, place }: { person: Person; place: Place },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await credentials(act.tx, { personId: person.id, rpId: place.rpId })
  if (known.length >= MOST) throw new Refusal(`Nobody needs more than ${MOST} passkeys. Remove one first.`)
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpName: act.group.name,
    rpID: place.rpId,
    userID: handleOf(person.id),
    userName: person.email ?? person.name,
    userDisplayName: person.name,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  await challenges.keep(act, { challenge: options.challenge, purpose: 'add', personId: person.id })
  return options
}

interface Making {
  readonly personId: string
  readonly name: string
  readonly place: Place
  readonly answer: RegistrationResponseJSON
  /** As `challenges.take` gave it. */
  readonly challenge: string | null
}

/** Keeps a new passkey, or says why not. */
export async function add(act: Act, { personId, name, place, answer, challenge }: Making): Promise<Trouble | null> {
  if (challenge === null) return 'late'
  const { verifyRegistrationResponse } = await library()
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: false, // as the second step it may be a plain key; alone it signs in only with a PIN or more
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) return 'refused'
  const { credential } = registrationInfo
  const kept = await act.tx
    .insertInto('people.passkey')
    .values({
      group_id: act.group.id,
      person_id: personId,
      name,
      rp_id: place.rpId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: answer.response.transports ?? [],
      made_at: act.at,
    })
    .onConflict((same) => same.columns(['group_id', 'credential_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!kept) return 'refused'
  await record(act, factorAdded, { person: personId, factor: kept.id })
  return null
}

/** What the browser needs to ask for a passkey. Without a person, the passkey itself says whose it is. */
export async function askToUse(
  act: Act,
  { personId, place }: { personId: string | null; place: Place },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: place.rpId,
    userVerification: personId ? 'preferred' : 'required',
    ...(personId && { allowCredentials: await credentials(act.tx, { personId, rpId: place.rpId }) }),
  })
  await challenges.keep(act, { challenge: options.challenge, purpose: personId ? 'second step' : 'sign in', personId })
  return options
}

interface Using {
  /** Null when the passkey signs in alone. */
  readonly personId: string | null
  readonly place: Place
  readonly answer: AuthenticationResponseJSON
  readonly challenge: string | null
}

/** Checks an answer and says whose passkey it was, or why it was not taken. */
export async function use(
  act: Act,
  { personId, place, answer, challenge }: Using,
): Promise<{ personId: string } | Trouble> {
  if (challenge === null) return 'late'
  const found = await act.tx
    .selectFrom('people.passkey')
    .selectAll()
    .where('credential_id', '=', answer.id)
    .where('rp_id', '=', place.rpId)
    .forUpdate()
    .executeTakeFirst()
  if (!found || (personId && found.person_id !== personId)) return 'unknown'
  const { userHandle } = answer.response
  if (userHandle && userHandle !== Buffer.from(handleOf(found.person_id)).toString('base64url')) return 'refused'
  const { verifyAuthenticationResponse } = await library()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    credential: { id: found.credential_id, publicKey: new Uint8Array(found.public_key), counter: found.counter },
    requireUserVerification: false,
  }).catch(() => ({ verified: false, authenticationInfo: undefined })) // a counter that went back is among its reasons
  if (!verified || !authenticationInfo) return 'refused'
  if (!personId && !authenticationInfo.userVerified) return 'alone'
  await act.tx
    .updateTable('people.passkey')
    .set({ counter: authenticationInfo.newCounter, last_used_at: act.at })
    .where('id', '=', found.id)
    .execute()
  return { personId: found.person_id }
}

/** Removes one of a person's own. */
export async function remove(act: Act, { personId, id }: { personId: string; id: string }): Promise<void> {
  const gone = await act.tx
    .deleteFrom('people.passkey')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new Refusal('This passkey has been removed already.', 404)
  await record(act, factorRemoved, { person: personId, factor: id })
}

const credentials = async (tx: Tx, { personId, rpId }: { personId: string; rpId: string }) =>
  (await tx
    .selectFrom('people.passkey')
    .select(['credential_id as id', 'transports'])
    .where('person_id', '=', personId)
    .where('rp_id', '=', rpId)
    .orderBy(sql`last_used_at desc nulls last`)
    .execute()) as { id: string; transports: string[] }[]

/** The id by which a device knows whose passkey it is. Our own id, as bytes: it says nothing about the person. */
const handleOf = (personId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'))
