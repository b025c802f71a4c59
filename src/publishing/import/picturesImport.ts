import { insertMany } from '../../platform/bulk.ts'
import type { Files } from '../../platform/files.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fromHtml, plainText } from '../../writing/index.ts'
import * as pictures from '../pictures.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import { fromOwnHtml } from '../wordpress/ownMeta.ts'
import { decide, type Wanted } from './decisions.ts'
import { uploadOf } from './pictureAddresses.ts'
import { cut, fingerprint, itemKey, momentIn } from './rules.ts'
import type { Run } from './run.ts'
import type { Uploads } from './uploads.ts'

interface WantedPicture extends Wanted {
  readonly path: string
  readonly addedAt: Date
  readonly words: { readonly alt: string; readonly caption: string; readonly title: string }
}

/** Brings in what the export says of pictures: address, text alternative, caption. Their files come by `fillPictures`. */
export async function importPictures(run: Run, items: readonly ItemRecord[]): Promise<void> {
  const { act } = run
  const wanted = items.flatMap((item) => wantedOf(run, item))
  const paths = wanted.map(({ path }) => path)
  const rows = paths.length
    ? await act.tx.selectFrom('publishing.picture').select(['id', 'path']).where('path', 'in', paths).execute()
    : []
  const here = new Map(rows.map(({ id, path }) => [path, id]))
  const first = new Map(wanted.toReversed().map(({ path, key }) => [path, key]))
  const several = wanted.filter(({ path, key }) => first.get(path) !== key)
  for (const { name } of several)
    run.tally.leaveOut('pictures', { reason: 'Another picture has the same address.', name })
  const decisions = await decide(run, {
    table: 'picture',
    wanted: wanted.filter((one) => !several.includes(one)),
    standing: ({ path }) => here.get(path),
  })
  await insertMany(
    act,
    'publishing.picture',
    decisions.made.map(({ id, wanted: { path, words, addedAt } }) => ({ id, path, ...words, added_at: addedAt })),
  )
  for (const {
    id,
    wanted: { words },
  } of decisions.changed)
    await act.tx.updateTable('publishing.picture').set(words).where('id', '=', id).execute()
  await decisions.keep()
}

function wantedOf({ survey, tally, act }: Run, item: ItemRecord): WantedPicture[] {
  const key = itemKey(item)
  const picture = survey.pictures.get(key)
  if (!picture) {
    tally.leaveOut('pictures', { reason: 'The export names no address for it.', name: item.title })
    return []
  }
  const { path, alt, caption } = picture
  const { isOurs } = survey.site
  const words = {
    alt,
    caption: cut(isOurs ? fromOwnHtml(caption) : captionOf(caption), 2000),
    title: cut(item.title.trim(), 300),
  }
  const addedAt = (isOurs && momentIn(item.publishedAt)) || act.at
  return [{ key, path, words, addedAt, hash: fingerprint([path, words]), name: path, countedAs: 'pictures' }]
}

const captionOf = (html: string): string => (html.trim() ? plainText(fromHtml(html, { paragraphs: 'html' }).doc) : '')

export interface Filling {
  readonly files: Files
  readonly uploads: Uploads
  /** Told every few pictures. */
  readonly onProgress: (done: number, total: number) => Promise<void>
}

const TOLD_EVERY = 20

/** Takes the files of pictures that have none yet from the given uploads. What is no picture we show is left out, with its name. */
export async function fillPictures(run: Run, { files, uploads, onProgress }: Filling): Promise<void> {
  const { act } = run
  const waiting = await act.tx
    .selectFrom('publishing.picture')
    .select(['id', 'path'])
    .where('sha256', 'is', null)
    .where((eb) => eb.or([eb('path', 'like', '/wp-content/uploads/%'), eb('path', 'like', '/files/%')]))
    .orderBy('path')
    .execute()
  for (const [i, picture] of waiting.entries()) {
    if (i % TOLD_EVERY === 0) await onProgress(i, waiting.length)
    const trouble = await fill(run, picture, { files, uploads })
    if (trouble) run.tally.note('pictures', { reason: trouble, name: picture.path })
  }
}

/** Gives a sentence when the file cannot be had or shown. */
async function fill(
  { act }: Run,
  { id, path }: { id: string; path: string },
  { files, uploads }: Pick<Filling, 'files' | 'uploads'>,
): Promise<string | null> {
  try {
    const file = await uploads.read(uploadOf(path))
    if (!file) return 'Its file was not among the pictures that were sent.'
    const { sha256, bytes, mediaType, width, height } = await pictures.receive(files, act.group.id, file)
    await act.tx
      .insertInto('platform.file')
      .values({ group_id: act.group.id, sha256, media_type: mediaType, bytes, width, height, stored_at: act.at })
      .onConflict((same) => same.doNothing())
      .execute()
    await act.tx.updateTable('publishing.picture').set({ sha256 }).where('id', '=', id).execute()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}
