import { createHash } from 'node:crypto'
import { z } from 'zod'
import { keyedHash } from '../secret.ts'

/**
 * An archive is a tar (POSIX ustar) of, in this order: `manifest.json`; the rows of each table as
 * `tables/<schema.table>/<number>.zst`, PostgreSQL's COPY text cut into parts; `files/<group>/<sha256>`; `sums.json`, which
 * says of each part what it must hold. What is known at the beginning stands first, what only the end knows stands last.
 */
export const FORMAT = 'backbench-archive'
export const VERSION = 1

/** Bytes of one part before it was compressed; the last part of a table has fewer. */
export const PART_BYTES = 1024 * 1024
/** Zstandard makes what it cannot shrink a little larger (RFC 8878 §3.1.1.2). */
export const LARGEST_PART = PART_BYTES + 64 * 1024
export const LARGEST_JSON = 64 * 1024 * 1024

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)
const groupNumber = z.number().int().min(1)

/** What says whether the rest can be understood at all. */
export const opening = z.object({ format: z.literal(FORMAT), version: z.number().int().min(1) })

export const manifestForm = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Of the program that wrote it. */
  program: z.string().max(100),
  madeAt: z.iso.datetime(),
  /** Tells whether two installations have the same secret, and nothing of the secret. */
  secret: z.string().max(100),
  scope: z.enum(['all', 'group']),
  /** The group was paused so that it could move: where it arrives it runs. */
  moving: z.boolean(),
  /** The version of the schema: the migrations that had run, in their order. */
  migrations: z.array(z.strictObject({ name: z.string().max(200), hash: sha256 })).min(1),
  groups: z.array(
    z.strictObject({
      id: groupNumber,
      slug: z.string().max(40),
      name: z.string().max(120),
      hosts: z.array(z.string()),
    }),
  ),
  tables: z.array(z.strictObject({ name: z.string().max(140), columns: z.array(z.string().max(63)).min(1) })),
})
export type Manifest = z.infer<typeof manifestForm>
export type ArchivedGroup = Manifest['groups'][number]

export const sumsForm = z.strictObject({
  manifest: sha256,
  tables: z.array(z.strictObject({ name: z.string(), rows: count, parts: z.array(sha256) })),
  files: z.strictObject({ count, bytes: count }),
  /** Files that a row names but that were lost, or no longer what they were, when the archive was made. */
  missing: z.array(z.strictObject({ group: groupNumber, sha256 })),
})
export type Sums = z.infer<typeof sumsForm>

export const partName = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, '0')}.zst`
export const fileName = (group: number, name: string): string => `files/${group}/${name}`
export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The same for the same secret; from 256 random bits nothing can be guessed back. */
export const fingerprint = (secret: string): string => keyedHash(secret, 'archive', 'fingerprint')
