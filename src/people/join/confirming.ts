import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { hashToken } from '../../platform/secret.ts'
import { admit, type Admitting } from './admitting.ts'
import { type Answers, answersFrom } from './answers.ts'
import { UNCONFIRMED_DAYS } from './rules.ts'

/** What a link's page may say, and for one that waits what it would write down. */
export type Standing = { readonly state: 'waiting'; readonly answers: Answers } | { readonly state: 'used' | 'over' }

/** Looks only: mail scanners open links. */
export async function lookUp(tx: Tx, token: string, at: Date): Promise<Standing> {
  const row = await tx
    .selectFrom('people.application')
    .select(['answers', 'sent_at', 'confirmed_at'])
    .where('letter_hash', '=', hashToken(token))
    .executeTakeFirst()
  return row ? standing(row, at) : { state: 'over' }
}

interface Row {
  readonly answers: unknown
  readonly sent_at: Date | null
  readonly confirmed_at: Date | null
}

function standing({ answers, sent_at, confirmed_at }: Row, at: Date): Standing {
  if (confirmed_at) return { state: 'used' }
  if (!sent_at || at.getTime() >= sent_at.getTime() + UNCONFIRMED_DAYS * 86_400_000) return { state: 'over' }
  return { state: 'waiting', answers: answersFrom(answers) }
}

/**
 * Confirms an address by its token: only now is anybody on the register. The row is emptied, so that a second press, by a
 * scanner or by an impatient finger, has nothing left to change.
 */
export async function confirm(act: Act, token: string, how: Admitting): Promise<'confirmed' | 'used' | 'over'> {
  const row = await act.tx
    .selectFrom('people.application')
    .selectAll()
    .where('letter_hash', '=', hashToken(token))
    .forUpdate()
    .executeTakeFirst()
  const found = row ? standing(row, act.at) : ({ state: 'over' } as const)
  if (!row || found.state !== 'waiting') return found.state === 'used' ? 'used' : 'over'
  await act.tx
    .updateTable('people.application')
    .set({ answers: '{}', confirmed_at: act.at })
    .where('id', '=', row.id)
    .execute()
  await admit(act, found.answers, how)
  return 'confirmed'
}
