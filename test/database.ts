import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/migrations.ts'
import { openDatabase, prepareWorkerSchema } from '../src/platform/postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabase
    /** A folder for what all files of a run may share. */
    scratch: string
  }
}

/** How a test file reaches the server: plain settings, so that they can be handed to the workers. */
export interface TestDatabase {
  readonly superuser: pg.ClientConfig
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  readonly template: string
}

const TEMPLATE = 'backbench_template'

/** One real server for the whole run, with a migrated template from which every test file clones its own database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'bb-test-'))
  const server = await openDatabase({ dataDir: join(scratch, 'database') })
  await prepareWorkerSchema(server)
  await migrate(server.owner)
  const superuser = new pg.Client({ ...server.superuser!, database: 'postgres' })
  await superuser.connect()
  await superuser.query(`alter database backbench rename to ${TEMPLATE}`)
  // This server is thrown away; what survives a crash is tested on servers of their own (test/lifecycle).
  for (const setting of ['fsync', 'full_page_writes']) await superuser.query(`alter system set ${setting} = off`)
  for (const role of ['owner', 'app'])
    await superuser.query(`alter role backbench_${role} set synchronous_commit = off`)
  await superuser.query('select pg_reload_conf()')
  await superuser.end()
  project.provide('scratch', scratch)
  project.provide('database', {
    superuser: { ...server.superuser!, database: 'postgres' },
    owner: server.owner,
    app: server.app,
    template: TEMPLATE,
  })
  return async () => {
    await server.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
