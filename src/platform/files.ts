import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from './durable.ts'
import { Refusal } from './refusal.ts'

/** A stored file by its content. */
export interface Stored {
  readonly sha256: string
  readonly bytes: number
}

/** Where files lie. One small interface, so that another store can stand behind it. */
export interface Files {
  /** Stores the bytes under their SHA-256; durable when it resolves. A 413 Refusal beyond `limit` bytes. */
  store(groupId: number, source: AsyncIterable<Uint8Array>, limit: number): Promise<Stored>
  read(groupId: number, sha256: string): ReadStream
  path(groupId: number, sha256: string): string
}

/** Files in `<folder>/<group>/<sha256>`, written aside and renamed, before the row that names them commits. */
export function filesIn(folder: string): Files {
  const path = (groupId: number, sha256: string) => join(folder, String(groupId), sha256)
  return {
    path,
    read: (groupId, sha256) => createReadStream(path(groupId, sha256)),
    async store(groupId, source, limit) {
      await mkdir(join(folder, String(groupId)), { recursive: true })
      const aside = path(groupId, `.${randomUUID()}`)
      const file = await open(aside, 'wx', 0o600)
      try {
        const stored = await copy(source, file, limit)
        await file.sync()
        await rename(aside, path(groupId, stored.sha256))
        await syncFolder(join(folder, String(groupId)))
        return stored
      } finally {
        await file.close()
        await rm(aside, { force: true })
      }
    },
  }
}

async function copy(source: AsyncIterable<Uint8Array>, file: FileHandle, limit: number): Promise<Stored> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.byteLength
    if (bytes > limit)
      throw new Refusal(
        `This file is larger than ${Math.floor(limit / 1024 / 1024)} MB, which is the most we take.`,
        413,
      )
    hash.update(chunk)
    await file.writeFile(chunk) // goes on where the last one ended, and writes all of it
  }
  return { sha256: hash.digest('hex'), bytes }
}

export const isStored = (files: Files, groupId: number, sha256: string): Promise<boolean> =>
  stat(files.path(groupId, sha256)).then(
    () => true,
    () => false,
  )
