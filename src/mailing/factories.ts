import { sql } from 'kysely'
import type { GroupContext } from '../platform/slice.ts'
import { addressOf, type LinkPurpose, linkToken } from './sending/readerLinks.ts'
import { type DraftLetter, schedule, write } from './sending/letters.ts'

/** A letter that somebody wrote. */
export const aLetter = ({ act }: GroupContext, given: Partial<DraftLetter> = {}): Promise<string> =>
  act((a) =>
    write(a, {
      kind: 'newsletter',
      subject: 'News of the month',
      html: '<p>Dear {{name}}, <a href="{{unsubscribe}}">no more letters</a></p>',
      plain: 'Dear {{name}},\n\nNo more letters: {{unsubscribe}}\n',
      ...given,
    }),
  )

/** A letter that was decided long enough ago to go out now. */
export async function aDecidedLetter(context: GroupContext, given: Partial<DraftLetter> = {}): Promise<string> {
  const id = await aLetter(context, given)
  await context.act((a) => schedule({ ...a, at: new Date(Date.now() - 600_000) }, id))
  return id
}

/** The address of a page that a reader's copy of a letter leads to. */
export async function linkOf(
  { group, read, services: { secret } }: GroupContext,
  { letter, reader, purpose = 'unsubscribe' }: { letter: string; reader: string; purpose?: LinkPurpose },
): Promise<string> {
  const { rows } = await read((tx) =>
    sql<{ id: string }>`select id from mailing.delivery where letter_id = ${letter} and person_id = ${reader}`.execute(
      tx,
    ),
  )
  return addressOf('', purpose, linkToken(purpose, { groupId: group.id, deliveryId: rows[0]!.id }, secret))
}
