import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { Tx } from '../../platform/database.ts'
import type { Files } from '../../platform/files.ts'
import { originalPath } from '../import/pictureAddresses.ts'
import { DRAWN, type Width } from './pictures.ts'

/** A file of the website as it is stored. */
export interface StoredFile {
  readonly path: string
  readonly sha256: string
  readonly mediaType: string
  readonly width: number | null
  /** The last part of its address. */
  readonly fileName: string
}

/** What is sent: the file itself or a smaller drawing of it. */
export interface ServedFile {
  readonly path: string
  /** Names the content: hash and width. */
  readonly name: string
  readonly bytes: number
  readonly mediaType: string
  readonly fileName: string
}

/**
 * The file at a public address, or the one an old smaller copy was made from. 'missing' when it is known but has not
 * been brought in yet; undefined when there is none. One query.
 */
export async function fileAt(tx: Tx, path: string): Promise<StoredFile | 'missing' | undefined> {
  const rows = await tx
    .selectFrom('publishing.picture as p')
    .leftJoin('platform.file as f', 'f.sha256', 'p.sha256')
    .select(['p.path', 'f.sha256', 'f.media_type', 'f.width'])
    .where('p.path', 'in', [path, originalPath(path)])
    .execute()
  const row = rows.find((one) => one.path === path) ?? rows[0]
  if (!row) return undefined
  if (row.sha256 === null || row.media_type === null) return 'missing'
  const fileName = row.path.split('/').at(-1) ?? ''
  return { path: row.path, sha256: row.sha256, mediaType: row.media_type, width: row.width, fileName }
}

/**
 * The file in a width, drawn once and kept beside the stored ones. Undefined when its bytes are not on the disk. A
 * picture that is no wider, or of a kind that is not drawn, comes as it is.
 */
export async function inWidth(
  files: Files,
  { groupId, found, width }: { groupId: number; found: StoredFile; width: Width | undefined },
): Promise<ServedFile | undefined> {
  const { sha256, mediaType, fileName } = found
  const original = { path: files.path(groupId, sha256), name: sha256, mediaType, fileName }
  const isSmaller = width !== undefined && DRAWN.has(mediaType) && found.width !== null && width < found.width
  if (!isSmaller) return withSize(original)
  const name = `${sha256}-${width}`
  const drawn = { path: join(files.path(groupId, 'drawn'), name), name, mediaType, fileName }
  const known = await withSize(drawn)
  if (known) return known
  await draw(original.path, { to: drawn.path, width })
  return (await withSize(drawn)) ?? withSize(original)
}

async function withSize(file: Omit<ServedFile, 'bytes'>): Promise<ServedFile | undefined> {
  const found = await stat(file.path).catch(() => null)
  return found ? { ...file, bytes: found.size } : undefined
}

/** A phone's camera gives 50 million pixels; far more is no photograph but an attack. */
const MOST_PIXELS = 100_000_000

/**
 * Drawn aside and renamed, so that two requests at once never see half a picture; turned as the camera was held. A file
 * that cannot be drawn is left to be served as it is.
 */
async function draw(from: string, { to, width }: { to: string; width: Width }): Promise<void> {
  const aside = `${to}.${randomUUID()}`
  await mkdir(dirname(to), { recursive: true })
  try {
    await sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: true })
      .rotate()
      .resize({ width })
      .toFile(aside)
    await rename(aside, to)
  } catch {
    await rm(aside, { force: true })
  }
}
