import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { handOver } from './account.ts'
import { runProgram } from './launch.ts'
import type { Place } from './place.ts'
import { DatabaseTrouble, folderTrouble, outputTrouble } from './trouble.ts'

/** The three roles' names (ARCHITECTURE §3) and the database they share. */
export const roles = { superuser: 'backbench_superuser', owner: 'backbench_owner', app: 'backbench_app' } as const
export const databaseName = 'backbench'

export type Passwords = Readonly<Record<keyof typeof roles, string>>

/**
 * Makes the cluster if there is none. Only whoever holds the folder's lock may call this. Everything is made under
 * another name, written to disk and then renamed, so that a cluster under its own name is always whole; what a killed
 * start left behind is thrown away.
 */
export function ensureCluster(place: Place, lock: number): void {
  if (existsSync(place.cluster)) return refuseOtherMajor(place)
  try {
    rmSync(place.unfinished, { recursive: true, force: true })
    mkdirSync(place.unfinished, { mode: 0o700 })
    handOver(place.unfinished, place.account)
    makeCluster(place, lock)
    renameSync(place.unfinished, place.cluster)
    syncFolder(place.dataDir)
  } catch (error) {
    rmSync(place.unfinished, { recursive: true, force: true })
    throw folderTrouble(error, place.dataDir)
  }
}

export function readPasswords(place: Place): Passwords {
  try {
    return JSON.parse(readFileSync(place.passwords, 'utf8'))
  } catch (error) {
    throw new DatabaseTrouble(
      `The database's passwords in ${place.passwords} cannot be read: start Backbench as the user that made them.`,
      {
        cause: error,
      },
    )
  }
}

function makeCluster(place: Place, lock: number): void {
  const passwords: Passwords = { superuser: makePassword(), owner: makePassword(), app: makePassword() }
  const { initdb, postgres } = place.binaries
  const run = (command: readonly string[], input = '') => {
    const { ok, output } = runProgram(place, command, { lock, input })
    // In single-user mode a statement that fails is reported, and the next one runs.
    if (!ok || /\] (ERROR|FATAL|PANIC): /.test(output)) throw outputTrouble(output, place.dataDir)
  }
  const passwordFile = writePrivate(place, '../postgres.tmp-password', passwords.superuser)
  const access = ['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', `--pwfile=${passwordFile}`]
  run([initdb, '-D', place.unfinished, `--username=${roles.superuser}`, ...access, ...locale, ...form])
  rmSync(passwordFile)
  // An error would quote the statement, and with it a password.
  const single = ['--single', '-F', '-D', place.unfinished, '-c', 'log_min_error_statement=panic', 'postgres']
  run([postgres, ...single], firstStatements(passwords))
  writePrivate(place, 'backbench-passwords.json', JSON.stringify(passwords))
  run([initdb, '--sync-only', '-D', place.unfinished])
}

const form = ['--no-sync', '--no-instructions', '--data-checksums', '--encoding=UTF8']

/**
 * The text-search parser asks the operating system, not the built-in locale, what a letter is; under plain C it takes
 * curly quotes and dashes for letters and search finds nothing beside them. Windows has no such locale.
 */
const locale = [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  ...(process.platform === 'win32' ? [] : [`--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`]),
]

/** One statement a line, as single-user mode wants them. Nobody but these roles may connect. */
function firstStatements(passwords: Passwords): string {
  return `${[
    `create role ${roles.owner} login password '${passwords.owner}'`,
    `create role ${roles.app} login password '${passwords.app}'`,
    `create database ${databaseName} owner ${roles.owner}`,
    `revoke all on database ${databaseName} from public`,
    `grant connect, temporary on database ${databaseName} to ${roles.app}`,
  ].join('\n')}\n`
}

function makePassword(): string {
  return randomBytes(24).toString('base64url')
}

function writePrivate(place: Place, name: string, text: string): string {
  const path = join(place.unfinished, name)
  writeFileSync(path, text, { mode: 0o600 })
  handOver(path, place.account)
  return path
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const file = openSync(folder, 'r')
  fsyncSync(file)
  closeSync(file)
}

function refuseOtherMajor({ cluster, binaries }: Place): void {
  const major = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (major === binaries.major) return
  const advice =
    major > binaries.major
      ? 'start the newer Backbench again'
      : 'make an archive with the Backbench that wrote it and restore that here'
  throw new DatabaseTrouble(
    `The database in ${cluster} was written by PostgreSQL ${major}, this Backbench brings ${binaries.major}: ${advice}.`,
  )
}
