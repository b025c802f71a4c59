import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection, { type SMTPConnectionAuth, type SMTPError } from 'nodemailer/lib/smtp-connection'

/** What became of a letter: certainly taken, certainly not (try later, or refused for good), or nobody can tell. */
export type Outcome = 'taken' | 'later' | 'refused' | 'unknown'

export interface Parcel {
  readonly from: string
  readonly to: string
  /** The whole message, RFC 5322. */
  readonly message: Buffer
}

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

/**
 * Hands one message to an SMTP server. Connecting and sending are told apart, because a line that breaks after the message
 * went out leaves a letter that may have been taken, while one that breaks before cannot have (RFC 5321 §4.5.3.2.6, §6.1).
 */
export async function handToServer(url: string, { from, to, message }: Parcel): Promise<Outcome> {
  const options = parseConnectionUrl(url)
  const connection = new SMTPConnection({ ...options, ...PATIENCE })
  try {
    try {
      await greet(connection, options.auth)
    } catch {
      return 'later'
    }
    return await sendOver(connection, { from, to, message })
  } finally {
    connection.quit()
  }
}

/** Connects, greets and signs in as sending would, and hangs up. Rejects with what went wrong. */
export async function tryServer(url: string): Promise<void> {
  const options = parseConnectionUrl(url)
  const connection = new SMTPConnection({ ...options, ...PATIENCE })
  try {
    await greet(connection, options.auth)
  } finally {
    connection.quit()
  }
}

function greet(connection: SMTPConnection, auth: SMTPConnectionAuth | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((error) => {
      if (error) reject(error)
      else if (auth) connection.login(auth, (refused) => (refused ? reject(refused) : resolve()))
      else resolve()
    })
  })
}

function sendOver(connection: SMTPConnection, { from, to, message }: Parcel): Promise<Outcome> {
  return new Promise((resolve) => {
    connection.on('error', (error) => resolve(outcomeOf(error)))
    connection.send({ from, to }, message, (error) => resolve(error ? outcomeOf(error) : 'taken'))
  })
}

/** A reply says what it means by its first digit (RFC 5321 §4.2.1); 'EENVELOPE' without one is an address nobody could write. */
function outcomeOf({ responseCode, code }: SMTPError): Outcome {
  if (!responseCode) return code === 'EENVELOPE' ? 'refused' : 'unknown'
  return responseCode < 500 ? 'later' : 'refused'
}
