import { open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Without this a power cut may lose a name though the file it stands for is safe. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null) // folders cannot be opened on Windows
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/**
 * Writes a whole file, for its owner's eyes only: aside, to the disk, and then under its name, so that a crash leaves the old
 * one or the new one.
 * @param aside what it is called meanwhile, in the same folder
 */
export async function writeDurably(path: string, content: string | Buffer, aside: string): Promise<void> {
  try {
    await writeFile(aside, content, { mode: 0o600, flush: true })
    await rename(aside, path)
  } finally {
    await rm(aside, { force: true })
  }
  await syncFolder(dirname(path))
}
