import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection, { type SMTPError } from 'nodemailer/lib/smtp-connection'
import { wordsOf } from './smtpWords.ts'

/** What became of a letter: certainly taken, certainly not (try later, or refused for good), or nobody can tell. */
export type Outcome = 'taken' | 'later' | 'refused' | 'unknown'

export interface Parcel {
  readonly from: string
  readonly to: string
  /** The whole message, RFC 5322. */
  readonly message: Buffer
}

/** What became of one message, in the server's own words. */
export interface Reply {
  readonly outcome: Outcome
  readonly said: string
  /** Which command was said no to ('RCPT TO'). */
  readonly step?: string | undefined
}

/** The server cannot be used at all; `forGood` when it said so itself (a refused sign-in), not when it was not there. */
export class NoServer extends Error {
  override name = 'NoServer'
  readonly forGood: boolean
  readonly code: string | undefined
  readonly responseCode: number | undefined
  constructor(error: SMTPError) {
    super(error.response ?? error.code ?? 'no answer')
    this.code = error.code
    this.responseCode = error.responseCode
    this.forGood = (error.responseCode ?? 0) >= 500
  }
}

export interface Patience {
  readonly connectionTimeout: number
  readonly greetingTimeout: number
  /** How long the server may be silent. */
  readonly socketTimeout: number
}
const PATIENCE: Patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 }

/** One connection to an SMTP server, for one message after the other. */
export class SmtpLine {
  readonly #connection: SMTPConnection
  #open = true
  #broke: (error: SMTPError) => void = () => {}

  private constructor(connection: SMTPConnection) {
    this.#connection = connection
    connection.on('error', (error) => {
      this.#open = false
      this.#broke(error)
    })
    connection.on('end', () => {
      this.#open = false
      this.#broke({ name: 'SMTPError', message: 'the line was cut', code: 'ECONNECTION' })
    })
  }

  /** Connects, greets and signs in, or rejects with NoServer. */
  static async open(url: string, patience: Partial<Patience> = {}): Promise<SmtpLine> {
    const options = parseConnectionUrl(url)
    const connection = new SMTPConnection({ ...options, ...PATIENCE, ...patience })
    const line = new SmtpLine(connection)
    try {
      await new Promise<void>((resolve, reject) => {
        line.#broke = reject
        const { auth } = options
        const told = (error: SMTPError | null | undefined): void => (error ? reject(error) : resolve())
        connection.connect((error) => (error || !auth ? told(error) : connection.login(auth, told)))
      })
      return line
    } catch (error) {
      connection.close()
      throw new NoServer(error as SMTPError)
    }
  }

  /** Whether another message can be handed over by it. */
  get isOpen(): boolean {
    return this.#open
  }

  /**
   * Never rejects. The server asks for the words by "354": if the line breaks before they were asked for, they cannot have
   * been taken; if it breaks after, nobody can tell (RFC 5321 §4.5.3.2.6, §6.1).
   */
  async hand({ from, to, message }: Parcel): Promise<Reply> {
    let begun = false
    const words = wordsOf(message, () => (begun = true))
    const error = await new Promise<SMTPError | string>((resolve) => {
      this.#broke = resolve
      this.#connection.send({ from, to }, words, (failed, info) => resolve(failed ?? info.response))
    })
    this.#broke = () => {}
    if (typeof error === 'string') return { outcome: 'taken', said: error }
    if (this.#open) await this.#begin(error)
    return {
      outcome: outcomeOf(error, begun),
      said: error.response ?? error.code ?? error.message,
      step: error.responseCode ? error.command : undefined,
    }
  }

  /** After a no, the dialogue begins anew on the same line; a server that says 421 hangs up (RFC 5321 §3.8). */
  async #begin({ responseCode }: SMTPError): Promise<void> {
    if (!responseCode || responseCode === 421) return this.close()
    const failed = await new Promise<unknown>((resolve) => {
      this.#broke = resolve
      this.#connection.reset(resolve)
    })
    this.#broke = () => {}
    if (failed) this.close()
  }

  close(): void {
    if (this.#open) this.#connection.quit()
    else this.#connection.close()
    this.#open = false
  }
}

/** Connects, greets and signs in as sending would, and hangs up. Rejects with NoServer. */
export const tryServer = async (url: string): Promise<void> => (await SmtpLine.open(url)).close()

/** The first digit says what a no means (RFC 5321 §4.2.1). An answer that is neither kind of no says nothing. */
function outcomeOf({ responseCode = 0, code }: SMTPError, begun: boolean): Outcome {
  if (responseCode >= 400) return responseCode < 500 ? 'later' : 'refused'
  if (code === 'EENVELOPE') return 'refused' // an address nobody could write
  return begun ? 'unknown' : 'later'
}
