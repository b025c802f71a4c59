import type { Act } from '../platform/act.ts'
import type { Job } from '../platform/jobs.ts'
import { send } from '../platform/letters.ts'
import { hashToken, keyedHash, newCode, newToken } from '../platform/secret.ts'
import { findByEmail } from './persons.ts'
import { letterFor } from './signInLetter.ts'

/** Looks up who asked to sign in, and writes to them if they are on the register. To anybody else nothing is written. */
export const answerSignIn: Job<{ request: string }> = {
  name: 'people.answer_sign_in',
  run: ({ act, services }, { request }) => act((a) => answer(a, { id: request, secret: services.secret })),
}

/** May run twice: the second time the address has gone. */
async function answer(act: Act, { id, secret }: { id: string; secret: string }): Promise<void> {
  const { tx, at, group } = act
  const waiting = tx
    .selectFrom('people.sign_in')
    .select(['email', 'origin'])
    .where('id', '=', id)
    .where('answered_at', 'is', null)
  const { email, origin } = (await waiting.forUpdate().executeTakeFirst()) ?? {}
  if (!email) return
  const person = await findByEmail(tx, email)
  const [token, code] = [newToken(), newCode()]
  const hashes = { token_hash: hashToken(token), code_hash: keyedHash(secret, 'sign-in code', code) }
  const answered = { email: null, answered_at: at, person_id: person?.id ?? null, ...hashes }
  await tx.updateTable('people.sign_in').set(answered).where('id', '=', id).execute()
  if (person?.email)
    await send(act, letterFor({ to: person.email, group: group.name, code, link: `${origin}/sign-in/link/${token}` }))
}
