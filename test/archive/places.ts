import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, inject, onTestFinished } from 'vitest'
import type { RestorePlace } from '../../src/platform/archive/index.ts'
import type { TestInstallation } from '../installation.ts'

/** An installation as archives see it; `like` another one when it has the same secret. */
export function placeOf(installation: TestInstallation, like: TestInstallation = installation): RestorePlace {
  const { database } = installation.owner.options as pg.ClientConfig
  const { superuser, owner, app } = inject('database')
  return {
    owner: { ...owner, database: database! },
    app: { ...app, database: database! },
    superuser,
    services: { files: installation.services.files, secret: like.services.secret },
  }
}

/** A folder for archives, removed when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bb-archive-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** One for all tests of a file. Call it at the top. */
export function oneFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bb-archive-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
