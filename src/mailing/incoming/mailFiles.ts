import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../platform/refusal.ts'

/** Every file named, and every file in a folder named or in folders below it. Links in folders are not followed, so that none leads in a circle. */
export async function mailFiles(places: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const place of places) {
    const found = await stat(place).catch(() => null)
    if (!found) throw new Refusal(`There is no file or folder ${place}.`, 404)
    if (!found.isDirectory()) files.push(place)
    else {
      const entries = await readdir(place, { recursive: true, withFileTypes: true })
      files.push(
        ...entries
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .toSorted(),
      )
    }
  }
  return files
}
