import type { Tx } from '../../platform/database.ts'
import { type DocJson, images } from '../../writing/index.ts'
import type { Picture } from './pictures.ts'

/** The pictures that some documents show, by the addresses they show them by. One query. */
export async function picturesIn(tx: Tx, docs: readonly DocJson[]): Promise<ReadonlyMap<string, Picture>> {
  const paths = [...new Set(docs.flatMap((doc) => images(doc).map(({ src }) => src)))]
  const found = await tx
    .selectFrom('publishing.picture as p')
    .leftJoin('platform.file as f', 'f.sha256', 'p.sha256')
    .select(['p.path', 'p.alt', 'p.sha256', 'f.media_type as mediaType', 'f.width', 'f.height'])
    .where('p.path', 'in', paths.length ? paths : [''])
    .execute()
  return new Map(found.map((picture) => [picture.path, picture]))
}
