import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { officerPageAgreed, officerPageChanged, officerPageWithdrawn } from './events.ts'

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
  const consent = await standing(tx, personId)
  return { biography: page?.biography ?? '', photoSha256: page?.photo_sha256 ?? null, consent: consent ?? null }
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
  if (await standing(act.tx, personId)) return
  await act.tx
    .insertInto('people.consent')
    .values({
      group_id: act.group.id,
      person_id: personId,
      purpose: PURPOSE,
      wording: consentWording(act.group.name),
      given_at: act.at,
    })
    .execute()
  await record(act, officerPageAgreed, { person: personId })
}

/** From the next request on the public sees nothing of them. The proof that they once agreed stays. */
export async function withdraw(act: Act, personId: string): Promise<void> {
  if (!(await standing(act.tx, personId))) return
  await act.tx
    .updateTable('people.consent')
    .set({ withdrawn_at: act.at })
    .where('person_id', '=', personId)
    .where('purpose', '=', PURPOSE)
    .where('withdrawn_at', 'is', null)
    .execute()
  await record(act, officerPageWithdrawn, { person: personId })
}

/** Ids of those who agree to be shown. */
export async function agreed(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('people.consent')
    .select('person_id')
    .where('purpose', '=', PURPOSE)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

const standing = (tx: Tx, personId: string) =>
  tx
    .selectFrom('people.consent')
    .select(['given_at as givenAt', 'wording'])
    .where('person_id', '=', personId)
    .where('purpose', '=', PURPOSE)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
