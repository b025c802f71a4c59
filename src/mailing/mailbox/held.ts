import { sql } from 'kysely'
import { persons } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../../platform/slice.ts'

type Kind = 'hard' | 'soft' | 'delivered' | 'auto_reply' | 'complaint' | 'reply'

const SAYS: Readonly<Record<Kind, string>> = {
  hard: 'came back, because there is no such address',
  soft: 'came back for now',
  delivered: 'its arrival was confirmed',
  auto_reply: 'your mailbox answered by itself',
  complaint: 'you marked it as spam',
  reply: 'you answered',
}

/** What came back about letters to a person, and their own words. */
export async function heldOfWriter(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const { rows } = await sql<{ kind: Kind; subject: string; came_at: Date; words: string | null }>`
    select i.kind, l.subject, i.came_at, r.words from mailing.incoming i join mailing.letter l on l.id = i.letter_id
    left join mailing.reply r on r.id = i.id
    where i.person_id = any(${await persons.idsOf(tx, personId)}) order by i.came_at, i.id`.execute(tx)
  return rows.map(({ kind, subject, came_at, words }) => ({
    what: 'What came back to a letter',
    value: `${came_at.toISOString().slice(0, 10)}, “${subject}”: ${SAYS[kind]}${words ? `: ${words}` : ''}`,
    why:
      kind === 'reply'
        ? 'To answer you; your words are kept for ninety days'
        : 'So that nobody writes to a dead address',
  }))
}

/** Their words go; that something came back stays for the letter's count. Also words that others wrote from an address of theirs. */
export async function eraseWriter(act: Act, personId: string, { dryRun }: Erasing): Promise<readonly Erasure[]> {
  const ids = await persons.idsOf(act.tx, personId)
  const addresses = (await persons.addressesOf(act.tx, personId)).map((one) => one.toLowerCase())
  const theirs = sql`(r.writer = any(${addresses}) or exists (
    select from mailing.incoming i where i.id = r.id and i.person_id = any(${ids})))`
  const { rows } = await sql<{ words: number; notes: number; seen: number }>`
    select (select count(*)::int from mailing.reply r where ${theirs}) as words,
      (select count(*)::int from mailing.incoming where person_id = any(${ids})) as notes,
      (select count(*)::int from mailing.incoming where done_by = any(${ids})) as seen`.execute(act.tx)
  const { words, notes, seen } = rows[0]!
  const found = [
    { what: 'What they answered to letters', count: words },
    { what: 'What came back about letters to them', count: notes },
    { what: 'Who saw to a reply', count: seen },
  ]
  if (dryRun) return found
  await sql`delete from mailing.reply r where ${theirs}`.execute(act.tx)
  await sql`update mailing.incoming set person_id = null where person_id = any(${ids})`.execute(act.tx)
  await sql`update mailing.incoming set done_by = null where done_by = any(${ids})`.execute(act.tx)
  return found
}
