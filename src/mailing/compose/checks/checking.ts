import { Resolver } from 'node:dns/promises'
import { sql } from 'kysely'
import type { Act } from '../../../platform/act.ts'
import type { Tx } from '../../../platform/database.ts'
import { enqueue, type Job } from '../../../platform/jobs.ts'
import { senderDomain } from '../../../platform/mail.ts'
import { homeOf } from '../../../platform/origin.ts'
import { type Reach, theInternet } from '../../../platform/reach.ts'
import type { Check, GroupContext } from '../../../platform/slice.ts'
import { addresses, isReserved } from '../../../publishing/index.ts'
import { publishedKey } from '../../sending/signingKeys.ts'
import { composed } from '../composed.ts'
import { findLetter } from '../letter.ts'
import { domainChecks, type Names } from './domain.ts'
import { linksOf, type LostLink, lostLinks } from './links.ts'

/** What was found out about a letter outside. */
export interface Found {
  readonly askedAt: Date
  /** Null while it is being found out. */
  readonly foundAt: Date | null
  readonly links: readonly LostLink[]
  readonly domain: readonly Check[]
}

const checkLetter: { readonly name: string } = { name: 'mailing.check_letter' }

/** Orders it to be found out anew. */
export async function ask(act: Act, letterId: string): Promise<void> {
  await findLetter(act.tx, letterId)
  await sql`insert into mailing.letter_check (group_id, letter_id, asked_at) values (${act.group.id}, ${letterId}, ${act.at})
    on conflict (group_id, letter_id) do update set asked_at = excluded.asked_at, found_at = null`.execute(act.tx)
  await enqueue(act, { job: checkLetter, payload: { letter: letterId }, key: `mailing.check_letter:${letterId}` })
}

export async function foundOf(tx: Tx, letterId: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select asked_at as "askedAt", found_at as "foundAt", links, domain from mailing.letter_check
    where letter_id = ${letterId}`.execute(tx)
  return rows[0]
}

interface Outside {
  readonly reach: Reach
  readonly names: Names
}

const machine = new Resolver({ timeout: 3000, tries: 2 })
const theWorld: Outside = {
  reach: theInternet,
  names: { txt: async (name) => (await machine.resolveTxt(name)).map((parts) => parts.join('')) },
}

/** Asks the world outside about a letter: never in a request, for the world may be slow. May run twice. */
export const checkJob = (outside: Outside = theWorld): Job<{ letter: string }> => ({
  ...checkLetter,
  async run(context, { letter: id }) {
    const found = await findOut(context, id, outside)
    await context.act(({ tx, at }) =>
      sql`update mailing.letter_check set found_at = ${at}, links = ${JSON.stringify(found.links)}::jsonb,
        domain = ${JSON.stringify(found.domain)}::jsonb where letter_id = ${id}`.execute(tx),
    )
  },
})

async function findOut(
  context: GroupContext,
  id: string,
  { reach, names }: Outside,
): Promise<Pick<Found, 'links' | 'domain'>> {
  const { services, read } = context
  const group = services.groups.byId(context.group.id)!
  const [home, domain] = [homeOf(services, group), senderDomain(services.config)]
  const { blocks, key } = await read(async (tx) => ({
    blocks: (await composed(tx, await findLetter(tx, id), { group, home, at: new Date() })).blocks,
    key: await publishedKey(tx, domain),
  }))
  const isHere = (path: string) =>
    read(async (tx) => isReserved(path) || (await addresses.find(tx, path))?.kind === 'entry' || isFile(path))
  return {
    links: await lostLinks(linksOf(blocks), { home, isHere, reach }),
    domain: await domainChecks(domain, key, names),
  }
}

/** Files have addresses of their own, which are not looked up here. */
const isFile = (path: string): boolean => /\.\w{2,5}$/.test(path)
