import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { asOwner } from './connection.ts'
import { copyOut } from './copyOut.ts'

const owner = () => ({ ...inject('database').owner, database: 'postgres' })
/** Through the archive's own connection, and through one as a server elsewhere is reached. */
const ways: Record<string, (work: (client: pg.Client) => Promise<void>) => Promise<void>> = {
  'in a folder': (work) => asOwner(owner(), work),
  elsewhere: async (work) => {
    const client = new pg.Client(owner())
    client.on('error', () => {})
    await client.connect()
    await work(client).finally(() => client.connection.stream.destroy())
  },
}
const MANY = 60_000
const rows = `select n, md5(n::text), repeat(n::text, n % 40) from generate_series(1, ${MANY}) n`

async function taken(client: pg.Client, select: string, pause = 0) {
  const [hash, sizes] = [createHash('md5'), [] as number[]]
  for await (const part of copyOut(client, { text: `copy (${select}) to stdout`, partBytes: 65_536 })) {
    if (pause) await sleep(pause)
    hash.update(part)
    sizes.push(part.length)
  }
  return { sum: hash.digest('hex'), sizes }
}

test.each(Object.entries(ways))(
  'every byte arrives from a server %s, at the pace of whoever takes it',
  async (_, on) => {
    await on(async (client) => {
      const { rows: wanted } = await client.query<{ sum: string }>(
        `select md5(string_agg(concat_ws(E'\\t', n, md5, repeat) || E'\\n', '' order by n)) as sum from (${rows}) r`,
      )

      const quick = await taken(client, rows)
      const slow = await taken(client, rows, 1)

      expect([quick.sum, slow.sum]).toEqual([wanted[0]!.sum, wanted[0]!.sum])
      expect(new Set(quick.sizes.slice(0, -1))).toEqual(new Set([65_536]))
      expect((await taken(client, 'select 1 where false')).sizes).toEqual([])
    })
  },
)

test.each(Object.entries(ways))('a fault half-way on a server %s is heard, and the connection lives', async (_, on) => {
  await on(async (client) => {
    await expect(taken(client, `select 1 / (${MANY} - n) from generate_series(1, ${MANY}) n`)).rejects.toThrow('zero')

    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})

test.each(Object.entries(ways))('rows never seem to be all when a server %s goes away among them', async (_, on) => {
  const going = on(async (client) => {
    const { rows: me } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const parts = copyOut(client, { text: `copy (${rows}) to stdout`, partBytes: 65_536 })
    await parts.next()
    const other = new pg.Client(owner())
    await other.connect()
    await other.query('select pg_terminate_backend($1, 5000)', [me[0]!.pid])
    await other.end()
    for await (const _part of parts);
  })

  await expect(going).rejects.toThrow(/terminat/)
})
