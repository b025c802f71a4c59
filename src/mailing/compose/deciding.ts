import { sql } from 'kysely'
import { DateTime } from 'luxon'
import type { Act } from '../../platform/act.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { Refusal } from '../../platform/refusal.ts'
import { freeSlug, slugFrom } from '../../publishing/index.ts'
import * as letters from '../sending/letters.ts'
import { sendAt } from '../sending/rules.ts'
import { composed, htmlOf, plainOf } from './composed.ts'
import { lockLetter, type WrittenLetter } from './letter.ts'

/**
 * Decides that a letter is sent, now or at a time. What goes out is made of its blocks at this moment, and stands: a post that is
 * changed afterwards changes nothing in it.
 * @param home 'https://group.example', without a last slash
 * @returns when it goes out; never sooner than in five minutes
 */
export async function decide(
  act: Act,
  id: string,
  { group, home, wished }: { readonly group: KnownGroup; readonly home: string; readonly wished?: Date | undefined },
): Promise<Date> {
  const letter = await lockLetter(act.tx, id)
  if (letter.state !== 'draft') throw new Refusal('This letter was decided already.', 409)
  if (!letter.blocks.length) throw new Refusal('There is nothing in this letter yet.', 422)
  const slug = letter.slug ?? (await unusedSlug(act, letter))
  const ready = await composed(act.tx, { ...letter, slug, sendAt: sendAt(act.at, wished) }, { group, home, at: act.at })
  await sql`update mailing.letter set slug = ${slug}, html = ${htmlOf(ready)}, plain = ${plainOf(ready)},
    blocks = ${JSON.stringify(ready.blocks)}::jsonb where id = ${id}`.execute(act.tx)
  return letters.schedule(act, id, wished)
}

/** 'december-2026-vote-on-the-paper': a plain word that says to anybody which letter a link came with. */
async function unusedSlug({ tx, at, group }: Act, { subject }: WrittenLetter): Promise<string> {
  const month = DateTime.fromJSDate(at, { zone: group.zone }).setLocale('en-GB').toFormat('LLLL-yyyy').toLowerCase()
  const wanted = `${month}-${slugFrom('', subject)}`.slice(0, 80).replace(/-+$/, '')
  const { rows } = await sql<{ slug: string }>`select slug from mailing.letter where slug like ${`${wanted}%`}`.execute(
    tx,
  )
  return freeSlug(wanted, new Set(rows.map(({ slug }) => slug)))
}
