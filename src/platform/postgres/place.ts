import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, chooseAccount, handOver, letThrough, mayReach } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { DatabaseTrouble, folderTrouble } from './trouble.ts'

/** Where everything of one embedded database lies, and whom its server runs as. */
export interface Place {
  readonly dataDir: string
  /** the finished cluster */
  readonly cluster: string
  /** a cluster being made; renamed when it is whole */
  readonly unfinished: string
  readonly passwords: string
  readonly lock: string
  readonly starter: string
  readonly log: string
  readonly account: Account
  readonly binaries: Binaries
  /** the server's account cannot walk to the data or to its own programs on its own */
  readonly walledIn: boolean
}

export function preparePlace(dataDir: string): Place {
  const folder = makeDataFolder(dataDir)
  const cluster = join(folder, 'postgres')
  const account = chooseAccount(cluster)
  const binaries = findBinaries()
  letThrough(folder, account)
  return {
    dataDir: folder,
    cluster,
    unfinished: join(folder, 'postgres.tmp'),
    passwords: join(cluster, 'backbench-passwords.json'),
    lock: join(folder, 'postgres.lock'),
    starter: join(folder, 'postgres.starter'),
    log: join(folder, 'postgres.log'),
    account,
    binaries,
    walledIn: !mayReach([cluster, binaries.postgres], account),
  }
}

function makeDataFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const folder = realpathSync(dataDir)
    refuseForeign(folder, 'data')
    return folder
  } catch (error) {
    throw folderTrouble(error, dataDir)
  }
}

/** The longest path a Unix socket's address can hold (sun_path, unix(7)), and the name PostgreSQL adds. */
const longestAddress = 107
const socketName = '/.s.PGSQL.5432'

/**
 * A folder for the socket that only the server's account and root may enter: beside the data when that path is short
 * enough (services often have a temporary folder of their own, where the command line would not find it), else in the
 * temporary folder under a name made from the data folder's.
 */
export function makeSocketFolder({ dataDir, account }: Place): string {
  const short = `backbench-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  const folder = [join(dataDir, 'postgres.socket'), join(tmpdir(), short)].find(fitsAddress) ?? join('/tmp', short)
  try {
    mkdirSync(folder, { mode: 0o700 })
    handOver(folder, account)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw folderTrouble(error, folder)
  }
  refuseForeign(folder, 'socket', account)
  return folder
}

function fitsAddress(folder: string): boolean {
  return Buffer.byteLength(folder + socketName) <= longestAddress
}

/** In a shared temporary folder somebody else may have made the name first. */
function refuseForeign(folder: string, kind: string, account: Account = { other: null }): void {
  const self = process.getuid?.()
  if (self === undefined) return
  const at = lstatSync(folder)
  const owner = account.other?.uid ?? self
  const mine = at.isDirectory() && (at.uid === owner || (self === 0 && kind === 'data'))
  if (mine) return
  throw new DatabaseTrouble(
    `The ${kind} folder ${folder} belongs to another user (number ${at.uid}): start Backbench as that user, or give the folder to this one.`,
  )
}
