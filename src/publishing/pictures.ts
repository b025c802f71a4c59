import { fileTypeFromBuffer } from 'file-type'
import { DateTime } from 'luxon'
import sharp from 'sharp'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Files } from '../platform/files.ts'
import { record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { pictureAdded, pictureDescribed } from './events.ts'
import { slugify } from './wordpress/slugs.ts'

/** A picture whose bytes are stored, but which no record names yet. */
export interface ReceivedPicture {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly width: number
  readonly height: number
  /** From the file's name: 'march-in-leeds.jpg'. */
  readonly fileName: string
}

export interface Picture {
  readonly id: string
  readonly path: string
  readonly alt: string
  readonly caption: string
  readonly title: string
  readonly addedAt: Date
  readonly width: number | null
  readonly height: number | null
  readonly bytes: number | null
}

export const LARGEST_PICTURE = 20 * 1024 * 1024
const MOST_PIXELS = 40_000_000
/** Longest side kept, in pixels: twice the widest column a page shows. */
const LONGEST_SIDE = 2400

const FORMATS = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
} as const
const EXTENSIONS: Readonly<Record<string, string>> = { jpeg: 'jpg' }

/**
 * Looks at what a file really holds, whatever its name says, and stores it upright, without the place and camera that
 * photographs carry (EXIF, GPS), no side longer than 2400 pixels. Refuses in words what is no picture, or too large.
 */
export async function receive(files: Files, groupId: number, file: File): Promise<ReceivedPicture> {
  if (file.size > LARGEST_PICTURE)
    throw new Refusal('This picture is larger than 20 MB. Save a smaller copy and add that.', 413)
  const given = Buffer.from(await file.arrayBuffer())
  const kind = await fileTypeFromBuffer(given)
  const format = FORMATS[kind?.mime as keyof typeof FORMATS]
  if (!format) throw new Refusal('This is not a picture we can show. Add a JPEG, PNG, GIF, WebP or AVIF file.', 415)
  const { data, info } = await cleaned(given, format)
  const stored = await files.store(groupId, once(data), LARGEST_PICTURE * 2)
  const { width, pageHeight, height } = { pageHeight: undefined, ...info }
  const name = slugify(file.name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''))
  return {
    ...stored,
    mediaType: kind!.mime,
    width,
    height: pageHeight ?? height,
    fileName: `${name}.${EXTENSIONS[format] ?? format}`,
  }
}

/** Makes a received picture one of the group's, at an address of its own: '/files/2026/11/march-in-leeds.jpg'. */
export async function add(
  act: Act,
  received: ReceivedPicture,
  words: { alt: string; caption?: string },
): Promise<Picture> {
  const { tx, group, at } = act
  const { sha256, bytes, width, height, fileName } = received
  await noteFile(act, received)
  const path = await freePath(
    tx,
    `/files/${DateTime.fromJSDate(at, { zone: group.zone }).toFormat('yyyy/MM')}`,
    fileName,
  )
  const row = { path, alt: words.alt, caption: words.caption ?? '', title: '' }
  const { id } = await tx
    .insertInto('publishing.picture')
    .values({ group_id: group.id, sha256, added_at: at, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.picture', key: { id }, inserted: true })
  await record(act, pictureAdded, { picture: id })
  return { id, ...row, addedAt: at, width, height, bytes }
}

/** Gives a picture that is known already, from an import, its file. */
export async function fill(act: Act, id: string, received: ReceivedPicture): Promise<void> {
  await noteFile(act, received)
  await act.tx.updateTable('publishing.picture').set({ sha256: received.sha256 }).where('id', '=', id).execute()
}

/** Names a received picture's file, which otherwise is nobody's and goes. */
export async function noteFile({ tx, group, at }: Act, received: ReceivedPicture): Promise<void> {
  const { sha256, bytes, mediaType, width, height } = received
  await tx
    .insertInto('platform.file')
    .values({ group_id: group.id, sha256, media_type: mediaType, bytes, width, height, stored_at: at })
    .onConflict((same) => same.doNothing())
    .execute()
}

/** Says what a picture shows, for those who cannot see it. */
export async function describe(
  act: Act,
  { id, alt, caption }: { id: string; alt: string; caption: string },
): Promise<void> {
  if (!(await find(act.tx, id))) throw new Refusal('There is no such picture any more.', 404)
  await keepForUndo(act, { table: 'publishing.picture', key: { id } })
  await act.tx.updateTable('publishing.picture').set({ alt, caption }).where('id', '=', id).execute()
  await record(act, pictureDescribed, { picture: id })
}

export async function find(tx: Tx, id: string): Promise<Picture | undefined> {
  return select(tx).where('p.id', '=', id).executeTakeFirst()
}

export const PICTURES_A_PAGE = 24

/** Newest first. */
export async function list(
  tx: Tx,
  page: number,
): Promise<{ readonly pictures: readonly Picture[]; readonly count: number }> {
  const pictures = await select(tx)
    .orderBy('p.added_at', 'desc')
    .orderBy('p.id')
    .limit(PICTURES_A_PAGE)
    .offset((page - 1) * PICTURES_A_PAGE)
    .execute()
  const { count } = await tx
    .selectFrom('publishing.picture')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { pictures, count }
}

const select = (tx: Tx) =>
  tx
    .selectFrom('publishing.picture as p')
    .leftJoin('platform.file as f', 'f.sha256', 'p.sha256')
    .select([
      'p.id',
      'p.path',
      'p.alt',
      'p.caption',
      'p.title',
      'p.added_at as addedAt',
      'f.width',
      'f.height',
      'f.bytes',
    ])

/** Decoded and written anew: what is not picture (metadata, anything appended) does not survive. */
async function cleaned(given: Buffer, format: (typeof FORMATS)[keyof typeof FORMATS]) {
  try {
    const { width, height, pageHeight = height } = await sharp(given, { limitInputPixels: false }).metadata()
    if (width * pageHeight > MOST_PIXELS)
      throw new Refusal('This picture has more than 40 million points. Save a smaller copy and add that.', 413)
    return await sharp(given, {
      limitInputPixels: MOST_PIXELS * 4,
      animated: format === 'gif' || format === 'webp',
      failOn: 'error',
    })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toFormat(format)
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('This picture is damaged and cannot be read. Save it again and add the new copy.', 415)
  }
}

async function* once(data: Buffer): AsyncGenerator<Uint8Array> {
  yield data
}

async function freePath(tx: Tx, folder: string, fileName: string): Promise<string> {
  const [, name = '', extension = ''] = /^(.*)(\.[^.]+)$/.exec(fileName) ?? []
  for (let number = 1; ; number += 1) {
    const path = `${folder}/${name}${number === 1 ? '' : `-${number}`}${extension}`
    if (!(await tx.selectFrom('publishing.picture').select('id').where('path', '=', path).executeTakeFirst()))
      return path
  }
}
