import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { sql } from 'kysely'
import type { Stored } from './files.ts'
import { Refusal } from './refusal.ts'
import type { GroupContext } from './slice.ts'
import type { Web } from './web.ts'

/** A file as it arrived: stored by its content, under no name of the sender's choosing. */
export interface Upload extends Stored {
  /** What the sender called it, without folders. Only for showing. */
  readonly fileName: string
}

/** What may come in: the names of file fields, and how many bytes each file may have. */
export interface Expected<Field extends string> {
  readonly fields: readonly Field[]
  readonly limit: number
  /** Told of the fields beside the files, such as a tick, as they arrive. */
  readonly onField?: (name: string, value: string) => void
}

export type Uploads<Field extends string> = Readonly<Partial<Record<Field, Upload>>>

/**
 * Takes the files of a posted form (multipart/form-data, RFC 7578) as they arrive and stores them; memory holds a few
 * kilobytes of them at a time. A field that was left empty is not among them. On a Refusal (413 beyond the limit, 400 for
 * a form that breaks off) nothing is kept. Whoever takes the files must `discardUploads` when they are no longer needed.
 */
export async function receiveUploads<Field extends string>(c: Web, expected: Expected<Field>): Promise<Uploads<Field>> {
  const { group, services } = c.var
  const taken = new Map<Field, Promise<Upload>>()
  const form = openForm(c)
  const trouble = new AbortController()
  form.on('field', (name: string, value: string) => expected.onField?.(name, value))
  form.on('file', (name: string, stream: BusboyFileStream, fileName: string | undefined) => {
    const field = expected.fields.find((known) => known === name)
    if (!field || !fileName || taken.has(field)) {
      stream.resume()
      return
    }
    const stored = services.files
      .store(group.id, stream, expected.limit)
      .then((file) => ({ ...file, fileName: plainName(fileName) }))
    stored.catch((error: unknown) => trouble.abort(error))
    taken.set(field, stored)
  })
  const arrived = await arriving(c, { form, signal: trouble.signal }).then(
    () => null,
    (error: unknown) => error,
  )
  const results = await Promise.allSettled(taken.values())
  const failed = trouble.signal.reason ?? arrived
  if (failed) {
    await discardUploads(
      c.var,
      results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.sha256] : [])),
    )
    throw failed instanceof Refusal ? failed : brokenOff()
  }
  const entries = await Promise.all([...taken].map(async ([field, stored]) => [field, await stored] as const))
  return Object.fromEntries(entries) as Uploads<Field>
}

/** Removes files that were stored for a while, but never one that a record of the group names. */
export async function discardUploads(
  { read, group, services }: Pick<GroupContext, 'read' | 'group' | 'services'>,
  sha256s: readonly string[],
): Promise<void> {
  if (!sha256s.length) return
  const { rows } = await read((tx) =>
    sql<{ sha256: string }>`select sha256 from platform.file where sha256 = any(${sha256s})`.execute(tx),
  )
  const named = new Set(rows.map(({ sha256 }) => sha256))
  for (const sha256 of new Set(sha256s)) {
    if (!named.has(sha256)) await rm(services.files.path(group.id, sha256), { force: true })
  }
}

/** Other parts than files are passed over, within bounds. */
function openForm(c: Web) {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new Refusal('This form arrived without its files. Go back, choose them again and send it.', 415)
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fields: 100, fieldSize: 64 * 1024, files: 10, parts: 110, headerPairs: 50 },
    })
  } catch {
    throw brokenOff() // no boundary, or one that cannot be
  }
}

async function arriving(c: Web, { form, signal }: { form: BusboyInstance; signal: AbortSignal }): Promise<void> {
  const { body } = c.req.raw
  if (!body) throw brokenOff()
  await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), form, { signal })
}

/** Some browsers sent whole paths. */
const plainName = (name: string): string =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200)
    .toWellFormed() || 'file'

const brokenOff = (): Refusal =>
  new Refusal('The files did not arrive whole. Check your connection, choose them again and send them.', 400)
