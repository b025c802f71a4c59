import sharp from 'sharp'
import type { GroupContext } from '../../platform/slice.ts'
import { aPost, type MadeEntry } from '../factories.ts'
import * as pictures from '../pictures.ts'

type PostGiven = Parameters<typeof aPost>[1]

/** A post of an earlier day, at the address an import would have given it: '/2017/11/20/slug/'. */
export async function anOldPost(
  context: GroupContext,
  { on, path, ...given }: PostGiven & { readonly on: string; readonly path?: string },
): Promise<MadeEntry> {
  const post = await aPost(context, given)
  const address = path ?? `/${on.slice(0, 10).replaceAll('-', '/')}/${post.path.split('/').at(-1)}/`
  await context.act(async ({ tx }) => {
    const moment = new Date(on.length === 10 ? `${on}T09:00:00Z` : on)
    await tx
      .updateTable('publishing.entry')
      .set({ published_at: moment, updated_at: null })
      .where('id', '=', post.id)
      .execute()
    await tx.updateTable('publishing.address').set({ path: address }).where('entry_id', '=', post.id).execute()
  })
  return { ...post, path: address }
}

/** What an import noted: which of our records an item of the old site became. */
export const anOrigin = ({ act }: GroupContext, item: string, recordId: string): Promise<unknown> =>
  act(({ tx, group }) =>
    tx
      .insertInto('publishing.origin')
      .values({ group_id: group.id, source: 'https://old.example', item, record_id: recordId, item_hash: 'x' })
      .execute(),
  )

/** A picture with its file. `path` moves it to an old address. */
export async function aPicture(
  context: GroupContext,
  { alt = 'A green square', width = 800, height = 600, path = '' } = {},
): Promise<{ readonly id: string; readonly path: string }> {
  const { services, group, act } = context
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#1a7b56' } })
    .jpeg()
    .toBuffer()
  const file = new File([new Uint8Array(bytes)], 'square.jpg', { type: 'image/jpeg' })
  const received = await pictures.receive(services.files, group.id, file)
  return act(async (a) => {
    const { id, path: own } = await pictures.add(a, received, { alt })
    if (path) await a.tx.updateTable('publishing.picture').set({ path }).where('id', '=', id).execute()
    return { id, path: path || own }
  })
}

/** A picture an import knows of, whose file has not come yet. */
export const aMissingPicture = ({ act }: GroupContext, path: string, alt = ''): Promise<unknown> =>
  act(({ tx, group, at }) =>
    tx.insertInto('publishing.picture').values({ group_id: group.id, path, alt, added_at: at }).execute(),
  )
