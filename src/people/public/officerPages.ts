import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import * as bases from '../bases.ts'

export const officerPageChanged = eventType<{ person: string }>('people.officer_page_changed')

/** What a person says of themselves as an officer, and whether the public may see it. */
export interface OfficerPage {
  readonly biography: string
  readonly photoSha256: string | null
  /** Since when the person agrees to be shown, in the words they saw; null while they do not. */
  readonly consent: { readonly givenAt: Date; readonly wording: string } | null
}

const PURPOSE = 'officer_page'

/** The exact words a person says yes to. They are kept with the yes, so a change here asks nobody to agree anew. */
export const consentWording = (group: string): string =>
  `Yes, ${group} may show my name, my office, and the words and picture I give below on its public website for as long as I hold an office. I can take this back at any time, and then they disappear at once. That I belong to the group will be known to everybody.`

export async function find(tx: Tx, personId: string): Promise<OfficerPage> {
  const page = await tx
    .selectFrom('people.officer_page')
    .select(['biography', 'photo_sha256'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const yes = await bases.standing(tx, personId, PURPOSE)
  const consent = yes ? { givenAt: yes.fromAt, wording: yes.wording ?? yes.evidence } : null
  return { biography: page?.biography ?? '', photoSha256: page?.photo_sha256 ?? null, consent }
}

/** A person's own words and picture; nobody else writes them. */
export async function save(
  act: Act,
  personId: string,
  { biography, photoSha256 }: Pick<OfficerPage, 'biography' | 'photoSha256'>,
): Promise<void> {
  const words = { biography, photo_sha256: photoSha256 }
  await act.tx
    .insertInto('people.officer_page')
    .values({ group_id: act.group.id, person_id: personId, ...words })
    .onConflict((same) => same.columns(['group_id', 'person_id']).doUpdateSet(words))
    .execute()
  await record(act, officerPageChanged, { person: personId })
}

/** Keeps the yes and the words it was said to. Saying it twice changes nothing. */
export async function agree(act: Act, personId: string): Promise<void> {
  if (await bases.standing(act.tx, personId, PURPOSE)) return
  const words = consentWording(act.group.name)
  await bases.give(act, { personId, purpose: PURPOSE, basis: 'explicit_consent', channel: 'my_page', words })
}

/** From the next request on the public sees nothing of them. The proof that they once agreed stays. */
export const withdraw = (act: Act, personId: string): Promise<void> =>
  bases.end(act, { personId, purpose: PURPOSE, because: 'withdrawn' })

/** Ids of those who agree to be shown. */
export async function agreed(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('people.basis')
    .select('person_id')
    .where('purpose', '=', PURPOSE)
    .where('until_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
