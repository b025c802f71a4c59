import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnce } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { askDatabase } from './asking.ts'
import type { Actor } from '../src/platform/actor.ts'
import { readConfig } from '../src/platform/config.ts'
import { contextOf, makeServices } from '../src/platform/installation.ts'
import type { KnownGroup } from '../src/platform/groups.ts'
import { describe, type Log } from '../src/platform/log.ts'
import type { Services } from '../src/platform/services.ts'
import type { GroupContext } from '../src/platform/slice.ts'
import { quietLogger } from '../src/platform/runner.ts'
import { pausedFlags, tasks, type Work } from '../src/platform/tasks.ts'

/** A whole installation over a database of its own, emptied before every test. */
export interface TestInstallation {
  readonly services: Services
  /** For looking behind the row security, and at the catalogue. */
  readonly owner: pg.Pool
  /** How the app's role connects. */
  readonly connection: pg.ClientConfig
  /** Kysely and files for one group. */
  context(group: KnownGroup, by?: Actor): GroupContext
  /** Does all waiting jobs now, as the worker would. */
  runJobs(work: Work): Promise<void>
  /** What went to the log. */
  readonly logged: string[]
}

/** Call once at the top of a test file. The database of a file is made for it alone, so `emptied: 'once'` begins empty and stays as it is left. */
export function testInstallation({
  emptied = 'before each test',
}: { emptied?: 'before each test' | 'once' } = {}): TestInstallation {
  const { superuser, owner, app, template } = inject('database')
  const database = `bb_${process.pid}_${process.env['VITEST_POOL_ID'] ?? '0'}_${Math.random().toString(36).slice(2, 8)}`
  const dataDir = mkdtempSync(join(tmpdir(), 'bb-data-'))
  const ownerPool = new pg.Pool({ ...owner, database, max: 4 })
  const emptier = new pg.Client({ ...superuser, database })
  ownerPool.on('error', () => {})
  emptier.on('error', () => {})
  const logged: string[] = []
  const log: Log = {
    info: (line) => void logged.push(line),
    fault: (reference, error) => void logged.push(`${reference} ${describe(error)}`),
  }
  const made = {} as { services: Services }
  let empty = ''

  beforeAll(async () => {
    await askDatabase(
      superuser,
      `create database ${database} template ${template} strategy file_copy owner backbench_owner`,
    )
    await emptier.connect()
    await emptier.query('set session_replication_role = replica')
    empty = (await emptier.query<{ statements: string }>(HOW_TO_EMPTY)).rows[0]!.statements
    made.services = await makeServices(
      readConfig({ BACKBENCH_DATA: dataDir, BACKBENCH_DEV: '1' }),
      { app: { ...app, database } },
      log,
    )
  })
  beforeEach(async () => {
    if (emptied === 'once') return
    logged.length = 0
    await emptier.query(empty)
    await made.services.groups.load()
  })
  afterAll(async () => {
    await made.services.pool.end()
    await ownerPool.end()
    await emptier.end()
    await askDatabase(superuser, `drop database ${database} with (force)`)
    rmSync(dataDir, { recursive: true, force: true })
  })

  return {
    get services() {
      return made.services
    },
    owner: ownerPool,
    connection: { ...app, database },
    logged,
    context: (group, by) => contextOf(made.services, made.services.groups.byId(group.id)!, by),
    runJobs: async (work) => {
      await runOnce({
        pgPool: made.services.pool,
        taskList: tasks(made.services, work),
        forbiddenFlags: () => pausedFlags(made.services),
        noHandleSignals: true,
        logger: quietLogger(),
      })
    },
  }
}

/**
 * Row by row, without triggers and in any order, as only the superuser may: tests leave a handful of rows, while `truncate`
 * makes every table, index and sequence anew. Restarting the identities lets each test begin with group 1. Written out once for
 * all tests of a file.
 */
const HOW_TO_EMPTY = `
  select string_agg(format('delete from %I.%I;', schemaname, tablename), '') || 'delete from graphile_worker._private_jobs;'
    || 'select setval(format(''%I.%I'', schemaname, sequencename), start_value, false) from pg_sequences
        where last_value is not null and schemaname not in (''bookkeeping'', ''graphile_worker'')' as statements
  from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'bookkeeping', 'graphile_worker', 'public')`
