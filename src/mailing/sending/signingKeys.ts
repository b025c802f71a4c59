import { createPrivateKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { seal, unseal } from '../../platform/seal.ts'
import type { SigningKey } from './dkim.ts'
import { signingKeyMade } from './events.ts'

const owner = (groupId: number, domain: string): string => `${groupId} ${domain}`
const by = (secret: string, of: string) => ({ secret, purpose: 'letter signing', owner: of }) as const

/** What the owner of a domain writes into its DNS (RFC 6376 §3.6.1). */
export interface DnsRecord {
  readonly name: string
  readonly text: string
}

/** Made before an act begins, because it takes a moment. 2048 bits is what receivers ask for (RFC 8301 §3.2). */
export const newKeyPair = async (): Promise<{ privateKey: string; publicKey: string }> => {
  const made = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return {
    privateKey: made.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: made.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

interface NewKey {
  readonly domain: string
  readonly secret: string
  readonly pair: Awaited<ReturnType<typeof newKeyPair>>
}

/** The group signs its letters from this domain with a new key from now on. The selector is named by the day, so that both records can stand. */
export async function useKey(act: Act, { domain: given, secret, pair }: NewKey): Promise<DnsRecord> {
  const domain = given.toLowerCase()
  const selector = `backbench-${act.at.toISOString().slice(0, 16).replace(/\D/g, '')}`
  const sealed = seal(pair.privateKey, by(secret, owner(act.group.id, domain)))
  await sql`
    insert into mailing.signing_key (group_id, domain, selector, private_sealed, public_key, made_at)
    values (${act.group.id}, ${domain}, ${selector}, ${sealed}, ${pair.publicKey}, ${act.at})
    on conflict (group_id, domain) do update set selector = excluded.selector, private_sealed = excluded.private_sealed,
      public_key = excluded.public_key, made_at = excluded.made_at`.execute(act.tx)
  await record(act, signingKeyMade, {})
  return recordOf(domain, { selector, publicKey: pair.publicKey })
}

/** The group's key for a domain; undefined when there is none, or it was sealed under another secret. */
export async function keyFor(
  tx: Tx,
  { groupId, domain, secret }: { readonly groupId: number; readonly domain: string; readonly secret: string },
): Promise<SigningKey | undefined> {
  const { rows } = await sql<{ selector: string; private_sealed: string }>`
    select selector, private_sealed from mailing.signing_key where domain = ${domain.toLowerCase()}`.execute(tx)
  const [row] = rows
  const pem = row && unseal(row.private_sealed, by(secret, owner(groupId, domain.toLowerCase())))
  return row && pem ? { domain: domain.toLowerCase(), selector: row.selector, key: createPrivateKey(pem) } : undefined
}

/** What the DNS should say of the group's key for a domain; null when it has none. */
export async function publishedKey(tx: Tx, domain: string): Promise<{ selector: string; publicKey: string } | null> {
  const { rows } = await sql<{ selector: string; publicKey: string }>`
    select selector, public_key as "publicKey" from mailing.signing_key where domain = ${domain.toLowerCase()}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** The record that proves a key, as the owner of the domain writes it into the DNS (RFC 6376 §3.6.1). */
export const recordOf = (
  domain: string,
  { selector, publicKey }: { selector: string; publicKey: string },
): DnsRecord => ({
  name: `${selector}._domainkey.${domain}`,
  text: `v=DKIM1; k=rsa; p=${publicKey}`,
})
