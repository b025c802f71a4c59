import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { BLOCK } from './blockRoutes.tsx'
import { ONE } from './writeRoutes.tsx'

/** An address of every kind of page on which a letter is written. */
export async function composeSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ id: string; block: string | null }>`
    select id, blocks->0->>'id' as block from mailing.letter where blocks <> '[]' order by state = 'draft' desc, id desc limit 1`.execute(
    tx,
  )
  const begins = [{ route: '/office/letters/new', address: '/office/letters/new', as: 'officer' as const }]
  const [letter] = rows
  if (!letter) return begins
  const parts = ['', '/look', '/shown', '/checks', '/blocks/new']
  const at = (part: string): Sample => ({
    route: `${ONE}${part}`,
    address: `/office/letters/${letter.id}${part}`,
    as: 'officer',
  })
  return [
    ...begins,
    ...parts.map(at),
    { ...at('/blocks/:block'), route: BLOCK, address: `/office/letters/${letter.id}/blocks/${letter.block}` },
  ]
}
