import { serverWords } from '../sending/serverWords.ts'
import type { MailboxPlace } from './place.ts'

/** The mailbox cannot be read now; the message is the server's words, without name and password. */
export class NoMailbox extends Error {
  override name = 'NoMailbox'
}
/** The server would give more than was asked for, or something else that cannot be taken. It says nothing of other mails. */
export class TooMuch extends Error {
  override name = 'TooMuch'
}

/** What the end of a line is told by. */
export interface End {
  readonly place: MailboxPlace
  readonly broke: () => unknown
}

/** Does some work on a line; what goes wrong is told in the server's words. */
export async function inWords<T>({ place: { user, password }, broke }: End, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NoMailbox) throw error
    const { code = '', message, response, responseText, authenticationFailed, tlsFailed } = error as ImapError
    const { code: cause = '' } = (broke() ?? {}) as ImapError
    if (TOO_MUCH.test(code) || TOO_MUCH.test(cause)) throw new TooMuch(cause || code)
    const short = CUT.test(code) ? cause || 'the line was cut' : code || message
    const said = responseText ?? (typeof response === 'string' ? response : undefined) ?? short
    const bare = serverWords(password ? said.replaceAll(password, '(password)') : said, user)
    const why = authenticationFailed
      ? 'It does not take the name or the password: '
      : tlsFailed
        ? 'No encrypted line: '
        : ''
    throw new NoMailbox(`${why}${bare}`)
  }
}

const TOO_MUCH = /^(?:LiteralTooLarge|ResponseTooLarge|LineTooLarge|TooManyTokens|ParserError.*)$/

const CUT = /^(?:NoConnection|EConnectionClosed|ClosedAfterConnect\w+)$/

interface ImapError extends Error {
  readonly code?: string
  readonly response?: unknown
  readonly responseText?: string
  readonly authenticationFailed?: boolean
  readonly tlsFailed?: boolean
}
