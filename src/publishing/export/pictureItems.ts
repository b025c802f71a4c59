import { hrefOf } from '../public/paths.ts'
import { writeOwnMeta } from '../wordpress/ownMeta.ts'
import type { Leaving } from './entryItems.ts'
import type { ExportedItem } from './wxr.ts'

const UPLOADS = '/wp-content/uploads/'
const FILES = '/files/'

/** Some pictures, by id: where each lies, what it shows, what stands below it. One query. */
export async function pictureItems(
  { tx, plan, home }: Leaving,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExportedItem>> {
  const rows = await tx
    .selectFrom('publishing.picture')
    .select(['id', 'path', 'alt', 'caption', 'title', 'added_at as at'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, path, alt, caption, title, at }) => [
      id,
      {
        number: plan.itemNumbers.get(id)!,
        type: 'attachment',
        title,
        link: home + hrefOf(path),
        slug: nameIn(path),
        status: 'inherit',
        at,
        modifiedAt: at,
        login: '',
        content: '',
        excerpt: caption,
        parent: 0,
        position: 0,
        sticky: false,
        commentsOpen: false,
        attachmentUrl: home + hrefOf(path),
        terms: [],
        meta: {
          _wp_attached_file: attachedFile(path),
          ...(alt && { _wp_attachment_image_alt: alt }),
          ...writeOwnMeta({ path }),
        },
      },
    ]),
  )
}

/** Where WordPress looks for it below its uploads: '2017/11/x.jpg'. */
const attachedFile = (path: string): string => {
  const root = [UPLOADS, FILES].find((one) => path.startsWith(one)) ?? '/'
  return path.slice(root.length)
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
