import type pg from 'pg'
import { createApp } from '../src/app.tsx'
import { readConfig } from '../src/platform/config.ts'
import { openInstallation } from '../src/platform/installation.ts'
import { makeSetUp } from '../src/site/index.ts'

export interface CountWish {
  readonly dataDir: string
  readonly addresses: readonly string[]
  /** Sent along, such as a session. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Queries of one page, and the round trips to the database: those, and each transaction's begin and commit. */
export interface QueryCount {
  readonly queries: number
  readonly trips: number
}

/** Renders each page once in this process, by the program's own app, and counts what its connections send. */
export async function countQueries({ dataDir, addresses, headers = {} }: CountWish): Promise<readonly QueryCount[]> {
  const installation = await openInstallation(readConfig({ BACKBENCH_DATA: dataDir }))
  const { services } = installation
  const sent: string[] = []
  services.pool.on('connect', (client) => listen(client, sent))
  await services.pool.query('select 1') // the connection made at the start is not listened to: wait for its end
  const app = createApp({ services, setUp: makeSetUp(services) })
  const counts: QueryCount[] = []
  for (const address of addresses) {
    await closeIdle(services.pool)
    sent.length = 0
    const answer = await app.request(address, { headers: { ...headers, host: new URL(address).host } })
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
    await answer.arrayBuffer()
    counts.push({
      queries: sent.filter((text) => !/^(begin|commit|rollback)\b/i.test(text)).length,
      trips: sent.length,
    })
  }
  await installation.close()
  return counts
}

/** Notes every statement a connection sends. */
function listen(client: pg.PoolClient, sent: string[]): void {
  const query = client.query.bind(client) as (...words: unknown[]) => unknown
  const noting = (...words: unknown[]): unknown => {
    const [first] = words
    sent.push(typeof first === 'string' ? first : (first as { text: string }).text)
    return query(...words)
  }
  Object.defineProperty(client, 'query', { value: noting })
}

/** Connections from before we listened are let go, so that the next page opens one that is listened to. */
async function closeIdle(pool: pg.Pool): Promise<void> {
  const held = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()))
  for (const client of held) client.release(true)
}
