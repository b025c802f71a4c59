import { Client, type ClientConfig } from 'pg'

/** Whether a server lets this role in, within so many milliseconds. Why not is nobody's business here. */
export async function mayConnect(role: ClientConfig, patience: number): Promise<boolean> {
  const client = new Client({ ...role, connectionTimeoutMillis: patience })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
