import type { Act } from '../../platform/act.ts'
import { hashToken } from '../../platform/secret.ts'

export type Purpose = 'add' | 'sign in' | 'second step'

interface Challenge {
  readonly challenge: string
  readonly purpose: Purpose
  /** Whose passkey must answer; null where the passkey itself says who it is. */
  readonly personId: string | null
}

const MINUTES = 5

/** Keeps the hash of what a passkey is asked to sign. */
export async function keep(act: Act, { challenge, purpose, personId }: Challenge): Promise<void> {
  await act.tx
    .insertInto('people.challenge')
    .values({
      group_id: act.group.id,
      challenge_hash: hashToken(challenge),
      purpose,
      person_id: personId,
      expires_at: new Date(act.at.getTime() + MINUTES * 60_000),
    })
    .execute()
}

/**
 * Takes the challenge that an answer says it signed, once: an answer sent again finds none, also when the first was
 * refused. Null when it was never given for this, is too old, or was taken before.
 */
export async function take(
  act: Act,
  { answer, purpose, personId }: Omit<Challenge, 'challenge'> & { answer: { response: { clientDataJSON: string } } },
): Promise<string | null> {
  const challenge = challengeIn(answer.response.clientDataJSON)
  if (challenge === null) return null
  const taken = await act.tx
    .deleteFrom('people.challenge')
    .where('challenge_hash', '=', hashToken(challenge))
    .where('purpose', '=', purpose)
    .where('person_id', 'is not distinct from', personId)
    .where('expires_at', '>', act.at)
    .returning('id')
    .executeTakeFirst()
  return taken ? challenge : null
}

/** Client data is JSON in base64url (W3C Web Authentication, §5.8.1). */
function challengeIn(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    const { challenge } = data as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}
