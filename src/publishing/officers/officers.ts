import type { Tx } from '../../platform/database.ts'
import { type Role, roleNames, roles } from '../../platform/roles.ts'

/** An officer as the public sees them: only who said yes, and only today's offices. */
export interface ShownOfficer {
  readonly name: string
  /** 'Chair', or several. */
  readonly offices: readonly string[]
  readonly biography: string
  readonly photoHref: string | null
}

/** In the order of the offices. One query. */
export async function shownOfficers(tx: Tx, today: string): Promise<readonly ShownOfficer[]> {
  const rows = await tx
    .selectFrom('people.public_officer')
    .selectAll()
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', today)]))
    .execute()
  const held = rows.toSorted(
    (a, b) => rank(a.role) - rank(b.role) || a.name.localeCompare(b.name, 'en') || (a.person_id < b.person_id ? -1 : 1),
  )
  return [...new Set(held.map(({ person_id }) => person_id))].map((personId) => {
    const own = held.filter(({ person_id }) => person_id === personId)
    const { name, biography, photo_sha256 } = own[0]!
    return {
      name,
      biography,
      offices: [...new Set(own.map(({ role }) => roleNames[role as Role]))],
      photoHref: photo_sha256 && `/officers/photos/${photo_sha256}`,
    }
  })
}

/** A picture, as long as its officer is shown today. Named by its content: ids of people stand in no public address. */
export async function shownPhoto(
  tx: Tx,
  { sha256, today }: { sha256: string; today: string },
): Promise<{ sha256: string; mediaType: string; width: number | null } | undefined> {
  return tx
    .selectFrom('people.public_officer as o')
    .innerJoin('platform.file as f', 'f.sha256', 'o.photo_sha256')
    .select(['f.sha256', 'f.media_type as mediaType', 'f.width'])
    .where('o.photo_sha256', '=', sha256)
    .where('o.from_on', '<=', today)
    .where((eb) => eb.or([eb('o.to_on', 'is', null), eb('o.to_on', '>', today)]))
    .executeTakeFirst()
}

const rank = (role: string): number => roles.indexOf(role as Role)
