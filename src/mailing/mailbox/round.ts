import type { Config } from '../../platform/config.ts'
import type { Services } from '../../platform/services.ts'
import type { Check } from '../../platform/slice.ts'
import type { Round } from '../../platform/tasks.ts'
import { plural } from '../../ui/words.ts'
import { tryMailbox } from './imapLine.ts'
import { nameOf, placeOf } from './place.ts'
import { readMailbox } from './reading.ts'
import { stateOf } from './remembered.ts'

/** Every two minutes, if the installation has a mailbox. */
export const mailboxRounds = ({ imapUrl }: Config): readonly Round[] =>
  imapUrl
    ? [
        {
          name: 'mailing.read_mailbox',
          cron: '*/2 * * * *',
          run: async (services) => {
            const turn = await readMailbox(services)
            if (turn && turn.taken + turn.unmatched + turn.unreadable > 0)
              services.log.info(
                `mailbox read: ${turn.taken} taken, ${turn.unmatched} unmatched, ${turn.unreadable} unreadable, ${turn.left} left`,
              )
          },
        },
      ]
    : []

const LATE = 30 * 60_000

/** What `doctor` says about the mailbox: it signs in as reading would. */
export async function mailboxCheck({ config, secret, pool }: Services): Promise<Check> {
  const subject = 'Mailbox'
  if (!config.imapUrl)
    return {
      subject,
      state: 'attention',
      sentence: 'None is set, so nobody learns which letters came back or were answered. Set IMAP_URL.',
    }
  const place = placeOf(config.imapUrl)
  const trouble = await tryMailbox(place).then(
    () => null,
    (error: Error) => error.message,
  )
  if (trouble !== null)
    return {
      subject,
      state: 'missing',
      sentence: `The mailbox at ${place.host} cannot be read (${trouble}): see IMAP_URL.`,
    }
  const state = await stateOf(pool, nameOf(place, secret))
  const late = state?.readAt && Date.now() - state.readAt.getTime() > LATE
  const read = !state?.readAt
    ? 'It was never read: is the program running?'
    : late
      ? 'It was not read for more than half an hour: is the program running?'
      : ''
  const lying = state?.unmatched
    ? ` ${plural(state.unmatched, 'mail in it belongs', 'mails in it belong')} to no letter and wait there for you.`
    : ''
  return {
    subject,
    state: read ? 'attention' : 'ok',
    sentence: `We can sign in to the mailbox at ${place.host}. ${read}${lying}`.trim(),
  }
}
