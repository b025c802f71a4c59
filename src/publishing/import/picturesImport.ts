import { insertMany, newIds } from '../../platform/bulk.ts'
import type { Files } from '../../platform/files.ts'
import { fromHtml, plainText } from '../../writing/index.ts'
import * as pictures from '../pictures.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import { findOrigins, keepOrigins, keptReason, type NewOrigin, verdictOn } from './origins.ts'
import { fingerprint, itemKey } from './rules.ts'
import type { Run } from './run.ts'
import type { Uploads } from './uploads.ts'

/** Brings in what the export says of pictures: address, text alternative, caption. Their files come by `fillPictures`. */
export async function importPictures({ act, source, survey, tally }: Run, items: readonly ItemRecord[]): Promise<void> {
  const wanted = items.map((item) => ({ item, key: itemKey(item), picture: survey.pictures.get(itemKey(item)) }))
  const origins = await findOrigins(act, { source, table: 'picture', items: wanted.map(({ key }) => key) })
  const paths = wanted.flatMap(({ picture }) => (picture ? [picture.path] : []))
  const known = new Map((await act.tx.selectFrom('publishing.picture').select(['id', 'path']).where('path', 'in', paths.length ? paths : ['']).execute()).map(({ id, path }) => [path, id]))
  const ids = await newIds(act, wanted.length)
  const made: object[] = []
  const kept: NewOrigin[] = []
  for (const [i, { item, key, picture }] of wanted.entries()) {
    if (!picture) {
      tally.leaveOut('pictures', { reason: 'The export names no address for it.', name: item.title })
      continue
    }
    const words = { alt: picture.alt.slice(0, 1000), caption: captionOf(picture.caption), title: item.title.slice(0, 300) }
    const hash = fingerprint([picture.path, words])
    const origin = origins.get(key)
    const verdict = verdictOn(origin, hash)
    if (verdict === 'removed_here' || verdict === 'edited_here') {
      tally.leaveOut('pictures', { reason: keptReason[verdict], name: picture.path })
      continue
    }
    const matching = known.get(picture.path)
    const id = origin?.recordId ?? matching ?? ids[i]!
    tally.add('pictures', verdict === 'new' ? (matching ? 'unchanged' : 'made') : verdict)
    if (verdict === 'new' && !matching) {
      made.push({ id, path: picture.path, ...words, added_at: act.at })
      known.set(picture.path, id)
    }
    if (verdict === 'changed') await act.tx.updateTable('publishing.picture').set(words).where('id', '=', id).execute()
    if (verdict !== 'unchanged') kept.push({ item: key, recordId: id, itemHash: hash })
  }
  await insertMany(act, 'publishing.picture', made as Record<string, unknown>[])
  await keepOrigins(act, { source, table: 'picture', origins: kept })
}

/** Takes the files of pictures that have none yet from the given uploads. What is no picture we show is left out, with its name. */
export async function fillPictures({ act, tally }: Run, { files, uploads }: { files: Files; uploads: Uploads }): Promise<number> {
  const waiting = await act.tx.selectFrom('publishing.picture').select(['id', 'path']).where('sha256', 'is', null).execute()
  let filled = 0
  for (const { id, path } of waiting) {
    const file = await uploads.read(path.replace('/wp-content/uploads/', ''))
    if (!file) continue
    try {
      const { sha256, bytes, mediaType, width, height } = await pictures.receive(files, act.group.id, file)
      await act.tx
        .insertInto('platform.file')
        .values({ group_id: act.group.id, sha256, media_type: mediaType, bytes, width, height, stored_at: act.at })
        .onConflict((same) => same.doNothing())
        .execute()
      await act.tx.updateTable('publishing.picture').set({ sha256 }).where('id', '=', id).execute()
      filled += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      tally.report.left_out.push({ kind: 'pictures', reason: error.message, count: 1, examples: [path] })
    }
  }
  return filled
}

const captionOf = (html: string): string => plainText(fromHtml(html, { paragraphs: 'html' }).doc).slice(0, 2000)
