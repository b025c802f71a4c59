import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { keyedHash } from '../platform/secret.ts'

/**
 * Addresses that are never written to again, also after their person was erased. Only hashes under the installation's
 * secret are kept: nobody can read from them who it was.
 */
export async function suppress({ tx, group, at }: Act, email: string, secret: string): Promise<void> {
  await tx
    .insertInto('people.suppression')
    .values({ group_id: group.id, email_hash: hashOf(email, secret), suppressed_at: at })
    .onConflict((same) => same.columns(['group_id', 'email_hash']).doNothing())
    .execute()
}

/** A person asks again to be written to, by a letter they confirmed: their own yes lifts it. */
export async function lift({ tx }: Act, email: string, secret: string): Promise<void> {
  await tx.deleteFrom('people.suppression').where('email_hash', '=', hashOf(email, secret)).execute()
}

/** How many there are. Which, nobody can tell. */
export async function count(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('people.suppression')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Which of these addresses are on the list. */
export async function among(tx: Tx, emails: readonly string[], secret: string): Promise<ReadonlySet<string>> {
  if (!emails.length) return new Set()
  const byHash = new Map(emails.map((email) => [hashOf(email, secret), email]))
  const rows = await tx
    .selectFrom('people.suppression')
    .select('email_hash')
    .where('email_hash', 'in', [...byHash.keys()])
    .execute()
  return new Set(rows.map(({ email_hash }) => byHash.get(email_hash)!))
}

const hashOf = (email: string, secret: string): string => keyedHash(secret, 'suppression', email.trim().toLowerCase())
