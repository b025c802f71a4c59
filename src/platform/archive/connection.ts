import { Client, type ClientConfig } from 'pg'
import { OneBufferSocket } from './oneBuffer.ts'

/** COPY writes days, moments and numbers as the session says: both ends say the same. */
const SESSION =
  '-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres -c extra_float_digits=1 -c client_encoding=UTF8'

/** Does work on a connection of its own as the owner, whom row security does not stop. */
export async function asOwner<T>(owner: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  // Through a socket in a folder nothing is encrypted, which would need the ordinary one.
  const local = owner.host?.startsWith('/') ?? false
  const client = new Client({ ...owner, options: SESSION, ...(local && { stream: () => new OneBufferSocket() }) })
  client.on('error', () => {})
  await client.connect()
  try {
    const done = await work(client)
    await client.end()
    return done
  } catch (error) {
    // A COPY may stand half-way, and would never hear a polite farewell.
    client.connection.stream.destroy()
    throw error
  }
}
