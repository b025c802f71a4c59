import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { inOwnParts } from '../parts/ownParts.ts'
import { type Part, publicOffice, type Reach, type Sight, sightsOf } from '../visibility.ts'

/** A question about a row of `people.person p`. */
export type Asked = RawBuilder<boolean>

/** In whose records of those on a page an officer's narrower offices count. */
export interface Within {
  readonly inPublicOffice: boolean
  readonly inOwnPart: boolean
}

/** What an officer sees of the register, for SQL: every list, count, search and page of people is narrowed by this. */
export interface Eyes {
  /** Rows that are seen at all; null when all are. */
  readonly rows: Asked | null
  /** Rows of which a part is seen; null when it is seen of nobody. */
  part(part: Part): Asked | null
  /** Whether a part is seen of everybody. */
  everywhere(part: Part): boolean
  /** Columns `"inPublicOffice"` and `"inOwnPart"`, for `shown`. */
  readonly within: RawBuilder<unknown>
  /** Which parts of one record are seen: those of every office that reaches it. Empty for a record that is not. */
  shown(within: Within): ReadonlySet<Part>
}

export function eyesOf(actor: Actor): Eyes {
  const sights = sightsOf(actor)
  const reaches = reachesOf(actor, sights)
  const among = (some: readonly Sight[]): Asked => {
    if (some.some(({ reach }) => reach === 'everybody')) return sql`true`
    return some.length
      ? sql`(${sql.join(
          some.map(({ reach }) => reaches[reach]),
          sql` or `,
        )})`
      : sql`false`
  }
  const having = (part: Part) => sights.filter(({ parts }) => parts.has(part))
  return {
    rows: sights.some(({ reach }) => reach === 'everybody') ? null : among(sights),
    part: (part) => (having(part).length ? among(having(part)) : null),
    everywhere: (part) => having(part).some(({ reach }) => reach === 'everybody'),
    within: sql`${reaches['public office']} as "inPublicOffice", ${reaches['own parts']} as "inOwnPart"`,
    shown: ({ inPublicOffice, inOwnPart }) => {
      const counts: Readonly<Record<Reach, boolean>> = {
        everybody: true,
        'public office': inPublicOffice,
        'own parts': inOwnPart,
        nobody: false,
      }
      return new Set(sights.filter(({ reach }) => counts[reach]).flatMap(({ parts }) => [...parts]))
    },
  }
}

/** Each reach as a question. Who coordinates nothing has no parts of their own, and is asked nothing of the database. */
function reachesOf(actor: Actor, sights: readonly Sight[]): Readonly<Record<Reach, Asked>> {
  const coordinates = actor.personId !== null && sights.some(({ reach }) => reach === 'own parts')
  return {
    everybody: sql`true`,
    nobody: sql`false`,
    'public office': sql`p.kind in (${sql.join([...publicOffice])})`,
    'own parts': coordinates ? inOwnParts(sql.ref('p.id'), actor) : sql`false`,
  }
}
