import type { Tx } from '../../platform/database.ts'
import type { ShownImage } from '../../writing/index.ts'
import { isHere, shownImage } from './pictures.ts'

/** A picture somebody chose for a page, ready to be shown. Undefined when it is gone or its file is not here yet. */
export async function chosenPicture(tx: Tx, id: string): Promise<(ShownImage & { readonly alt: string }) | undefined> {
  const picture = await tx
    .selectFrom('publishing.picture as p')
    .leftJoin('platform.file as f', 'f.sha256', 'p.sha256')
    .select(['p.path', 'p.alt', 'p.sha256', 'f.media_type as mediaType', 'f.width', 'f.height'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  return isHere(picture) ? { ...shownImage(picture), alt: picture.alt } : undefined
}
