import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/migrations.ts'
import { openDatabase, prepareWorkerSchema } from '../src/platform/postgres/index.ts'
import { copyFolder } from './copyFolder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabase
    /** A data folder that the program has used before: its database is migrated, and stopped. To be copied. */
    usedFolder: string
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

/**
 * One real server for the whole run, with a migrated template from which every test file clones its own database. Its folder is
 * kept once as it is, so that programs that tests start need not make a database first.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'bb-test-'))
  const usedFolder = join(scratch, 'used')
  const made = await openDatabase({ dataDir: usedFolder })
  await prepareWorkerSchema(made)
  await migrate(made.owner)
  await made.stop()
  copyFolder(usedFolder, join(scratch, 'database'))
  const server = await openDatabase({ dataDir: join(scratch, 'database') })
  const superuser = new pg.Client({ ...server.superuser!, database: 'postgres' })
  await superuser.connect()
  await superuser.query(`alter database backbench rename to ${TEMPLATE}`)
  // This server is thrown away; what survives a crash is tested on servers of their own (test/lifecycle).
  for (const setting of ['fsync', 'full_page_writes']) await superuser.query(`alter system set ${setting} = off`)
  for (const role of ['owner', 'app'])
    await superuser.query(`alter role backbench_${role} set synchronous_commit = off`)
  await superuser.query('select pg_reload_conf()')
  await superuser.end()
  project.provide('usedFolder', usedFolder)
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
