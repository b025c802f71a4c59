import { sql } from 'kysely'
import { letterChoices } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keyedHash } from '../../platform/secret.ts'
import type { Web } from '../../platform/web.ts'
import { addressOf, type LinkPurpose, linkToken, openLink } from '../sending/readerLinks.ts'
import type { LetterKind } from '../sending/rules.ts'

/** As it stands in the addresses of all pages that a letter leads to. */
export const TOKEN = ':token{[A-Za-z0-9_-]{20,100}}'

/** The letter behind a link, and whom it went to: null once they are forgotten. */
export interface OpenedLink {
  readonly deliveryId: string
  readonly letterId: string
  readonly kind: LetterKind
  readonly reader: letterChoices.Reader | null
}

/** Which delivery the link in this request's address stands for: a 404 in words when it is none of this group's. */
export function deliveryIn(c: Web, purpose: LinkPurpose): string {
  const { services, group } = c.var
  const found = openLink(purpose, c.req.param('token') ?? '', { secret: services.secret, groupId: group.id })
  if (found === null) throw new Refusal(CUT_SHORT, 404)
  return found
}

export async function linkBehind(tx: Tx, deliveryId: string): Promise<OpenedLink> {
  const { rows } = await sql<{ letterId: string; kind: LetterKind; personId: string | null }>`
    select d.letter_id as "letterId", l.kind, d.person_id as "personId"
    from mailing.delivery d join mailing.letter l on l.id = d.letter_id where d.id = ${deliveryId}`.execute(tx)
  const [row] = rows
  if (!row) throw new Refusal((await isTestCopy(tx, deliveryId)) ? A_TEST : NOT_KNOWN, 410)
  const { personId, ...letter } = row
  return { deliveryId, ...letter, reader: personId ? ((await letterChoices.readerOf(tx, personId)) ?? null) : null }
}

/** Writers try the links of the copies they send to themselves. */
async function isTestCopy(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select from mailing.test_copy where id = ${id}`.execute(tx)
  return rows.length > 0
}

/** The address of another page that the same letter leads to. */
export const linkFrom = (c: Web, purpose: LinkPurpose, deliveryId: string): string => {
  const { services, group } = c.var
  return addressOf('', purpose, linkToken(purpose, { groupId: group.id, deliveryId }, services.secret))
}

/** Whoever plays with a letter's link fills no ledger: so often, and then it is enough for a while. */
export const limitLink = (act: Act, deliveryId: string, secret: string): Promise<void> =>
  limit(act, { key: `letter link ${keyedHash(secret, 'letter link', deliveryId)}`, times: 60, minutes: 10 })

/** Kept by nobody, since the token stands in its address; and not found by search engines. */
export function unkept(c: Web): void {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
}

const CUT_SHORT =
  'This link is not whole: perhaps it was cut short. Open it from the letter again, or sign in to choose what we send you.'
const A_TEST = 'This letter was a test copy. In the letters that readers get, this link works.'
const NOT_KNOWN =
  'We no longer have the letter that this link came from. Sign in to choose what we send you, or answer the letter and tell us.'
