import { open } from 'node:fs/promises'
import { Refusal } from './refusal.ts'

/** Writes a new file for a command, readable by nobody else; what lies there already is left alone. Gives its bytes. */
export async function writeNewFile(place: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(place, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new Refusal(`There is a file at ${place} already. Name another with --to.`)
    throw new Refusal(`No file can be written at ${place}.`)
  })
  try {
    let bytes = 0
    for await (const chunk of chunks) {
      await file.writeFile(chunk)
      bytes += chunk.byteLength
    }
    await file.sync()
    return bytes
  } finally {
    await file.close()
  }
}
