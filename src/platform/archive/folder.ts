import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { fingerprint } from './format.ts'
import { readManifest } from './manifest.ts'

/** 'backbench-20261122-025500-all.tar', 'backbench-20261122-025500-group-rivers.tar', or '…-2.tar' within one second. */
const NAME = /^backbench-(\d{8}-\d{6})-(all|group-[a-z0-9-]+?)(?:-\d+)?\.tar$/

/** Where archives are kept. */
export interface ArchiveFolder {
  readonly path: string
  /** Of the installation whose archives are meant; another's in the same folder are left alone. */
  readonly secret: string
}

/** A free name for an archive of this moment, and the one it has until it is whole. */
export async function newNames(
  { path, secret }: ArchiveFolder,
  { at, slug }: { at: Date; slug: string | undefined },
): Promise<{ final: string; unfinished: string }> {
  const moment = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const what = slug === undefined ? 'all' : `group-${slug}`
  const taken = new Set(await readdir(path))
  for (let turn = 1; ; turn++) {
    const name = `backbench-${moment}-${what}${turn === 1 ? '' : `-${turn}`}.tar`
    if (!taken.has(name)) return { final: join(path, name), unfinished: join(path, `.${name}${ending(secret)}`) }
  }
}

/** Makes the folder if need be. A Refusal when it cannot be one. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    if ((await stat(path)).isDirectory()) return
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST' && code !== 'ENOTDIR')
      throw new Refusal(`The folder ${path} cannot be made or used (${code}): choose another.`, 422)
  }
  throw new Refusal(`${path} is a file: name a folder to keep archives in.`, 422)
}

/** What an archive that was killed left behind. Only whoever holds the archive lock may call this. */
export async function clearUnfinished({ path, secret }: ArchiveFolder): Promise<void> {
  for (const name of await readdir(path))
    if (name.startsWith('.backbench-') && name.endsWith(ending(secret))) await rm(join(path, name), { force: true })
}

/** Removes the oldest archives of the same kind beyond `keep`; gives the names of those removed. */
export async function prune(
  folder: ArchiveFolder,
  { keep, slug }: { keep: number; slug: string | undefined },
): Promise<readonly string[]> {
  const kind = slug === undefined ? 'all' : `group-${slug}`
  const old = (await ownArchives(folder)).filter((archive) => archive.kind === kind).slice(keep)
  for (const { name } of old) await rm(join(folder.path, name), { force: true })
  return old.map(({ name }) => name)
}

interface KeptArchive {
  readonly name: string
  readonly kind: string
  readonly madeAt: Date
}

/** This installation's archives in the folder, newest first. What cannot be read as one is somebody else's business. */
export async function ownArchives({ path, secret }: ArchiveFolder): Promise<readonly KeptArchive[]> {
  const found: KeptArchive[] = []
  for (const name of await readdir(path)) {
    const kind = NAME.exec(name)?.[2]
    const manifest = kind && (await readManifest(join(path, name)).catch(() => null))
    if (kind && manifest && manifest.secret === fingerprint(secret))
      found.push({ name, kind, madeAt: new Date(manifest.madeAt) })
  }
  return found.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || (a.name < b.name ? 1 : -1))
}

/** Names whose temporary file it is, so that two installations may share a folder. */
const ending = (secret: string): string => `.${fingerprint(secret).slice(0, 8)}.part`
