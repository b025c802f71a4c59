import { Client, type ClientConfig } from 'pg'

/** COPY writes days, moments and numbers as the session says: both ends say the same. */
const SESSION =
  '-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=postgres -c extra_float_digits=1 -c client_encoding=UTF8'

/** Does work on a connection of its own as the owner, whom row security does not stop. */
export async function asOwner<T>(owner: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...owner, options: SESSION })
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
