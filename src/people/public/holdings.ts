import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Erasure, Holding } from '../../platform/slice.ts'

/** What a person gave for the public page of officers, and what they agreed to. */
export async function pageHoldings(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const page = await tx
    .selectFrom('people.officer_page')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const consents = await tx
    .selectFrom('people.consent')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('given_at')
    .execute()
  return [
    ...(page?.biography ? [{ what: 'About you as an officer', value: page.biography, why: 'You wrote it' }] : []),
    ...(page?.photo_sha256 ? [{ what: 'Picture as an officer', value: 'One picture', why: 'You gave it' }] : []),
    ...consents.map(({ wording, given_at, withdrawn_at }) => ({
      what: 'You agreed',
      value: `“${wording}” On ${given_at.toISOString()}${withdrawn_at ? `, taken back on ${withdrawn_at.toISOString()}` : ''}.`,
      why: 'Proof of what you agreed to',
    })),
  ]
}

export async function erasePage(act: Act, personId: string, dryRun: boolean): Promise<readonly Erasure[]> {
  const { tx } = act
  const found: Erasure[] = []
  for (const [what, table] of [
    ['Words and picture as an officer', 'people.officer_page'],
    ['Consent to be shown as an officer', 'people.consent'],
  ] as const) {
    const rows = await tx.selectFrom(table).select('person_id').where('person_id', '=', personId).execute()
    found.push({ what, count: rows.length })
    if (!dryRun) await tx.deleteFrom(table).where('person_id', '=', personId).execute()
  }
  return found
}
