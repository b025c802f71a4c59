import { isIP } from 'node:net'
import { keyedHash } from '../../platform/secret.ts'

/** Where the installation's mailbox is: what IMAP_URL says. */
export interface MailboxPlace {
  readonly host: string
  readonly port: number
  /** Encrypted from the first byte; otherwise by STARTTLS, which must be there unless the server is on this machine. */
  readonly secure: boolean
  readonly mustUpgrade: boolean
  readonly user: string
  readonly password: string
  readonly folder: string
}

export function placeOf(imapUrl: string): MailboxPlace {
  const url = new URL(imapUrl)
  const secure = url.protocol === 'imaps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    mustUpgrade: !secure && !isHere(host),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  }
}

const isHere = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** What the mailbox is called where it is remembered how far it was read. */
export const nameOf = ({ host, port, user, folder }: MailboxPlace, secret: string): string =>
  keyedHash(secret, 'mailbox', [host, port, user, folder].join('\n'))
