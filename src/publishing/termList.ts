import type { Tx } from '../platform/database.ts'

/** How many posts and pages stand under each term, drafts too; a term without any is missing. */
export async function countUses(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('publishing.entry_term')
    .select(['term_id', ({ fn }) => fn.countAll<number>().as('uses')])
    .groupBy('term_id')
    .execute()
  return new Map(rows.map(({ term_id, uses }) => [term_id, uses]))
}

/** How many posts and pages each author wrote; one without any is missing. */
export async function countTexts(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('publishing.entry')
    .select(['author_id', ({ fn }) => fn.countAll<number>().as('texts')])
    .where('author_id', 'is not', null)
    .groupBy('author_id')
    .execute()
  return new Map(rows.map(({ author_id, texts }) => [author_id!, texts]))
}
