import { chmodSync, chownSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Whom the server runs as. PostgreSQL refuses root, so root hands over to somebody with fewer rights. */
export interface Account {
  /** null when the server simply runs as whoever started the program */
  readonly other: { readonly uid: number; readonly gid: number } | null
}

/**
 * An ordinary user keeps everything. Root uses the owner of an existing database, so that one command as root does not
 * take the folder away from its user; else `postgres`, else `nobody`, else 65534 (Linux' overflow id).
 */
export function chooseAccount(clusterFolder: string): Account {
  if (process.getuid?.() !== 0) return { other: null }
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { other: { uid: owner.uid, gid: owner.gid } }
  return { other: passwdEntry('postgres') ?? passwdEntry('nobody') ?? { uid: 65534, gid: 65534 } }
}

function passwdEntry(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** Gives one file or folder to the server's account. */
export function handOver(path: string, { other }: Account): void {
  if (other) chownSync(path, other.uid, other.gid)
}

/** Gives a whole folder over; links are not followed. */
export function handOverAll(folder: string, account: Account): void {
  handOver(folder, account)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) handOverAll(path, account)
    else if (!entry.isSymbolicLink()) handOver(path, account)
  }
}

/** Lets the server's group, and nobody else, pass through a folder that root has made for itself. */
export function letThrough(folder: string, { other }: Account): void {
  const at = lstatSync(folder)
  if (!other || at.uid !== 0 || mayEnter(folder, other)) return
  chownSync(folder, 0, other.gid)
  chmodSync(folder, (at.mode & 0o700) | 0o010)
}

/**
 * Whether the account can walk down to each path. Asked of the permission bits: access lists are not read, which at
 * worst answers no where yes was true.
 */
export function mayReach(paths: readonly string[], { other }: Account): boolean {
  return other === null || paths.every((path) => ancestors(path).every((folder) => mayEnter(folder, other)))
}

function mayEnter(folder: string, { uid, gid }: { uid: number; gid: number }): boolean {
  const at = statSync(folder)
  const bit = at.uid === uid ? 0o100 : at.gid === gid ? 0o010 : 0o001
  return (at.mode & bit) !== 0
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [...ancestors(parent), parent]
}
