import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { writeDurably } from '../durable.ts'
import type { Files } from '../files.ts'
import type { PlannedGroup } from './plan.ts'

const MARKER = '.restoring'
const SMALL_FILE = 1024 * 1024
const AT_ONCE = 16

/**
 * The files of a restore, which lie in their places before the rows that name them commit. A marker beside them says for
 * which groups, so that after a kill the next restore can take away what belongs to no group.
 */
export class RestoredFiles {
  readonly #files: Files
  readonly #ids: ReadonlyMap<number, number>
  readonly #storing = new Set<Promise<unknown>>()
  #trouble: unknown
  count = 0

  constructor(files: Files, groups: readonly PlannedGroup[]) {
    this.#files = files
    this.#ids = new Map(groups.map(({ was, id }) => [was.id, id]))
  }

  async begin(): Promise<void> {
    const folder = folderOf(this.#files)
    await mkdir(folder, { recursive: true })
    await writeDurably(join(folder, MARKER), JSON.stringify([...this.#ids.values()]), join(folder, `${MARKER}.tmp`))
  }

  /** Small ones go to the disk together while the archive is read on. */
  async store({ group }: { group: number }, content: AsyncIterable<Buffer>): Promise<void> {
    const id = this.#ids.get(group)
    const chunks: Buffer[] = []
    let bytes = 0
    const source = content[Symbol.asyncIterator]()
    for (let next = await source.next(); !next.done; next = await source.next()) {
      if (id === undefined) continue
      chunks.push(next.value)
      bytes += next.value.length
      if (bytes > SMALL_FILE) break
    }
    if (id === undefined) return
    this.count += 1
    const whole = bytes > SMALL_FILE ? joined(chunks, source) : Readable.from(chunks)
    const stored = this.#files.store(id, whole, Number.MAX_SAFE_INTEGER)
    if (bytes > SMALL_FILE) return void (await stored)
    const kept = stored.catch((error: unknown) => (this.#trouble ??= error)).finally(() => this.#storing.delete(kept))
    this.#storing.add(kept)
    if (this.#storing.size >= AT_ONCE) await Promise.race(this.#storing)
  }

  /** Resolves when all are on the disk. */
  async settle(): Promise<void> {
    await Promise.all(this.#storing)
    if (this.#trouble) throw this.#trouble
  }

  /** After the rows have committed. */
  async end(): Promise<void> {
    await rm(join(folderOf(this.#files), MARKER), { force: true })
  }
}

/** Takes away what a restore that broke off has stored. Only whoever holds the restore lock may call this. */
export async function clearRestoredFiles(client: pg.Client, files: Files): Promise<void> {
  const marker = join(folderOf(files), MARKER)
  const ids = await readFile(marker, 'utf8').then(
    (text) => JSON.parse(text) as number[],
    () => null,
  )
  if (!ids) return
  const { rows } = await client.query<{ id: number }>('select id from platform.group where id = any($1)', [ids])
  const alive = new Set(rows.map(({ id }) => id))
  for (const id of ids) if (!alive.has(id)) await rm(dirname(files.path(id, 'x')), { recursive: true, force: true })
  await rm(marker, { force: true })
}

const folderOf = (files: Files): string => dirname(dirname(files.path(1, 'x')))

async function* joined(begun: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* begun
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
