import type { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { Entries } from './entries.ts'
import { LARGEST_JSON, type Manifest, manifestForm, opening, VERSION } from './format.ts'

/** What an archive says of itself at its beginning. */
export async function readManifest(path: string): Promise<Manifest> {
  const entries = new Entries(path)
  try {
    return parseManifest(await takeManifest(entries))
  } finally {
    await entries.close()
  }
}

/** The first entry's bytes. */
export async function takeManifest(entries: Entries): Promise<Buffer> {
  const first = await entries.take()
  if (first?.name !== 'manifest.json')
    throw new Refusal('This is not an archive of Backbench: it has no manifest.', 422)
  return first.bytes(LARGEST_JSON)
}

export function parseManifest(bytes: Buffer): Manifest {
  const json = parseJson(bytes)
  const begun = opening.safeParse(json)
  if (!begun.success) throw new Refusal('This is not an archive of Backbench: its manifest says something else.', 422)
  if (begun.data.version > VERSION)
    throw new Refusal('This archive was written by a newer version of Backbench: restore it with that version.', 422)
  return fit(manifestForm, json)
}

/** JSON in a known form; a Refusal when it is not. */
export function parseAs<T>(form: z.ZodType<T>, bytes: Buffer): T {
  return fit(form, parseJson(bytes))
}

function fit<T>(form: z.ZodType<T>, json: unknown): T {
  const parsed = form.safeParse(json)
  if (!parsed.success) throw new Refusal('This archive is damaged: what it says of itself is not as it should be.', 422)
  return parsed.data
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Refusal('This archive is damaged: what it says of itself cannot be read.', 422)
  }
}
