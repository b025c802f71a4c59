import { senderDomain } from '../../platform/mail.ts'
import { NoServer, type Parcel, type Reply } from '../../platform/smtpLine.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { type Message, written } from './composing.ts'
import { signedMessage } from './dkim.ts'
import { openLine } from './run.ts'
import { keyFor } from './signingKeys.ts'

/** Writes a message as it goes over the line: signed, when the group has a key for the sender's domain. */
export type Signer = (message: Message, at: Date) => Promise<Buffer>

/** Reads the group's key once, for one message or thousands. */
export async function signerOf({ group, services: { config, secret }, read }: GroupContext): Promise<Signer> {
  const key = await read((tx) => keyFor(tx, { groupId: group.id, domain: senderDomain(config), secret }))
  return async (message, at) => (key ? signedMessage(message, key, at) : written(message))
}

/**
 * Hands one message over on a connection of its own. A server that is not there has not taken it; what nobody could write, for its
 * address is none, is null and refused.
 */
export async function handAlone(context: GroupContext, parcel: Parcel | null, name: string): Promise<Reply> {
  if (!parcel) return { outcome: 'refused', said: 'This address cannot be written to.' }
  try {
    const line = await openLine(context)
    try {
      return await line.hand(parcel, name)
    } finally {
      line.close()
    }
  } catch (error) {
    if (error instanceof NoServer) return { outcome: 'later', said: error.message }
    throw error
  }
}
