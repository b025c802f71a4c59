import { sql } from 'kysely'
import { letterChoices, register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { LetterKind } from '../sending/rules.ts'
import { readerCameBack, readerStopped } from './events.ts'
import { linkBehind, type OpenedLink } from './openedLinks.ts'
import * as preferences from './preferences.ts'

/** What a letter's link stops: the kind of message that the letter was. */
export const messageOf = (kind: LetterKind): letterChoices.Message => (kind === 'notice' ? 'notices' : 'newsletter')

/**
 * Stops what the letter was, at once. It may be said any number of times, and for somebody who is no longer there.
 * @returns the same for all of them
 */
export async function stop(act: Act, deliveryId: string): Promise<Pick<OpenedLink, 'kind'>> {
  const { kind, letterId, reader } = await linkBehind(act.tx, deliveryId)
  if (!reader) return { kind }
  const stopped = await letterChoices.stop(act, { reader, message: messageOf(kind) })
  if (!stopped && kind !== 'still_right') return { kind }
  if (kind === 'still_right') await register.stillRight.sayNo(act, reader.id) // a no to all of it
  await sql`update mailing.delivery set unsubscribed_at = ${act.at} where id = ${deliveryId}`.execute(act.tx)
  await record(act, readerStopped, { letter: letterId })
  return { kind }
}

/** It was a mistake: a new yes, with the words that stood above the button, perhaps to fewer letters. */
export async function comeBack(
  act: Act,
  { deliveryId, fewer }: { readonly deliveryId: string; readonly fewer: boolean },
): Promise<OpenedLink> {
  const link = await linkBehind(act.tx, deliveryId)
  if (!link.reader || link.reader.gone) throw new Refusal(NOBODY_THERE, 410, { label: 'Join', href: '/join' })
  await letterChoices.want(act, { reader: link.reader, message: messageOf(link.kind) })
  if (link.kind === 'newsletter')
    await preferences.save(act, link.reader.id, { newsletter: fewer ? 'monthly' : 'each' })
  await sql`update mailing.delivery set unsubscribed_at = null where id = ${deliveryId}`.execute(act.tx)
  await record(act, readerCameBack, { letter: link.letterId })
  return link
}

export const NOBODY_THERE =
  'Nobody can say yes by this link any more. If you would like to hear from us, tell us your address anew.'
