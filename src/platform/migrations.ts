import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Refusal } from './refusal.ts'
import { projectRoot } from './root.ts'

const folder = join(projectRoot, 'migrations')
const LOCK = 7_229_114

/**
 * Brings the database to the newest schema: each file of `migrations/` once, in order of name, in a transaction of its
 * own. With `only`, no others than these: an archive is restored at the version it was made in.
 */
export async function migrate(owner: pg.ClientConfig, only?: ReadonlySet<string>): Promise<readonly string[]> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]) // a second start waits here
    await client.query('create schema if not exists bookkeeping')
    await client.query(
      'create table if not exists bookkeeping.migration (name text primary key, hash text not null, done_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from bookkeeping.migration')
    const done = new Map(rows.map(({ name, hash }) => [name, hash]))
    refuseUnknown(done)
    const waiting = migrationFiles().filter(({ name }) => !done.has(name) && (only?.has(name) ?? true))
    for (const migration of waiting) await run(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Names of all migrations in this version of the program, oldest first. */
export const migrationFiles = (): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })

interface Migration {
  readonly name: string
  readonly text: string
  readonly hash: string
}

function refuseUnknown(done: ReadonlyMap<string, string>): void {
  const known = new Map(migrationFiles().map(({ name, hash }) => [name, hash]))
  for (const [name, hash] of done) {
    if (!known.has(name))
      throw new Refusal(
        'This database was used by a newer version of Backbench: start that version, or restore an archive made before it.',
      )
    if (known.get(name) !== hash)
      throw new Refusal(
        `The migration ${name} is not the one this database has seen: a migration never changes once it has run.`,
      )
  }
}

async function run(client: pg.Client, { name, text, hash }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into bookkeeping.migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
