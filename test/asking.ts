import { Client, type ClientConfig, type QueryResultRow } from 'pg'

/** Asks a database one thing, on a connection of its own. */
export async function askDatabase<T extends QueryResultRow>(
  connection: ClientConfig,
  statement: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const client = new Client(connection)
  await client.connect()
  try {
    return (await client.query<T>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}
