import type { ImapFlow } from 'imapflow'
import { LONGEST_READ } from '../incoming/beginnings.ts'
import { type End, inWords, NoMailbox } from './lineEnds.ts'
import type { MailboxPlace } from './place.ts'

/** Where mails go that were understood, for whoever looks into the mailbox. */
export const DONE_FOLDER = 'Backbench'
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 10_000, socketTimeout: 60_000 }
export type Patience = typeof PATIENCE
/** A server that sends more than was asked for is hung up on before it fills the memory. */
const LIMITS = { maxLiteralSize: 2 * LONGEST_READ, maxResponseSize: 4 * LONGEST_READ, maxLineLength: 2 * LONGEST_READ }

/** One connection to a mailbox. */
export class ImapLine {
  readonly #client: ImapFlow
  readonly #end: End
  readonly uidValidity: bigint
  /** No mail has this number or a higher one yet. */
  readonly uidNext: number

  private constructor(client: ImapFlow, end: End) {
    this.#client = client
    this.#end = end
    const box = client.mailbox
    if (!box) throw new NoMailbox('The folder could not be opened.')
    this.uidValidity = box.uidValidity
    this.uidNext = box.uidNext
  }

  /** Connects, signs in and opens the folder, or rejects with NoMailbox. */
  static async open(place: MailboxPlace, patience: Partial<Patience> = {}): Promise<ImapLine> {
    const { ImapFlow } = await import('imapflow') // a mailbox is read by few processes: the others need not load it
    const { host, port, secure, mustUpgrade, user, password, folder } = place
    const client = new ImapFlow({
      host,
      port,
      secure,
      auth: { user, pass: password },
      ...(!secure && { doSTARTTLS: mustUpgrade ? true : undefined }),
      logger: false,
      disableAutoIdle: true,
      disableCompression: true,
      ...PATIENCE,
      ...patience,
      ...LIMITS,
    })
    let broke: unknown
    client.on('error', (error) => {
      broke ??= error // whoever waits for an answer is told only that the line is gone
    })
    return inWords({ place, broke: () => broke }, async () => {
      try {
        await client.connect()
        await client.mailboxOpen(folder)
        return new ImapLine(client, { place, broke: () => broke })
      } catch (error) {
        client.close()
        throw error
      }
    })
  }

  /** Numbers of mails within these, in order. */
  async uidsBetween(first: number, last: number): Promise<number[]> {
    const found = await this.#asking(() => this.#client.search({ uid: `${first}:${last}` }, { uid: true }))
    return (found || []).filter((uid) => uid >= first && uid <= last).toSorted((a, b) => a - b)
  }

  /** The first megabyte of a mail, which stays unread; null when it is no longer there. */
  async beginningOf(uid: number): Promise<Uint8Array | null> {
    const source = { start: 0, maxLength: LONGEST_READ }
    const mail = await this.#asking(() => this.#client.fetchOne(String(uid), { source }, { uid: true }))
    return (mail && mail.source?.subarray(0, LONGEST_READ)) || null
  }

  /** Marks mails as read and moves them aside; where the server will not move them they stay, read. */
  async putAside(uids: readonly number[]): Promise<void> {
    const set = uids.join(',')
    await this.#asking(() => this.#client.messageFlagsAdd(set, ['\\Seen'], { uid: true }))
    if (await this.#moved(set)) return
    await this.#asking(() => this.#client.mailboxCreate(DONE_FOLDER).catch(() => null))
    await this.#moved(set)
  }

  async #moved(set: string): Promise<boolean> {
    return Boolean(await this.#asking(() => this.#client.messageMove(set, DONE_FOLDER, { uid: true })))
  }

  #asking<T>(question: () => Promise<T>): Promise<T> {
    return inWords(this.#end, async () => {
      const answer = await question()
      if (!this.#client.usable) throw new NoMailbox('the line was cut') // some questions only answer "no" then
      return answer
    })
  }

  async close(): Promise<void> {
    await this.#client.logout().catch(() => this.#client.close())
  }
}

/** Signs in and opens the folder, and hangs up. Rejects with NoMailbox. */
export async function tryMailbox(place: MailboxPlace, patience: Partial<Patience> = {}): Promise<void> {
  const line = await ImapLine.open(place, patience)
  await line.close()
}
