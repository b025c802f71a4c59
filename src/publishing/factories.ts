import type { GroupContext } from '../platform/slice.ts'
import type { DocJson } from '../writing/index.ts'
import * as authors from './authors.ts'
import * as entries from './entries.ts'
import { type Address, ofEntry } from './entryAddresses.ts'
import * as terms from './terms.ts'

let count = 0

/** Each line a paragraph. */
export const aText = (...lines: readonly string[]): DocJson => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

export interface MadeEntry {
  readonly id: string
  readonly title: string
  /** '' while it has none. */
  readonly path: string
}

type Given = Partial<entries.NewEntry> & { readonly published?: boolean }

/** A post on the website, unless `published` is false. */
export const aPost = (context: GroupContext, given: Given = {}): Promise<MadeEntry> =>
  anEntry(context, { kind: 'post', ...given })

/** A page on the website, unless `published` is false. */
export const aPage = (context: GroupContext, given: Given = {}): Promise<MadeEntry> =>
  anEntry(context, { kind: 'page', ...given })

export async function anAuthor(
  { act }: GroupContext,
  given: Partial<authors.NewAuthor> = {},
): Promise<{ id: string; name: string }> {
  const name = given.name ?? `Author ${++count}`
  return { id: await act((a) => authors.create(a, { ...given, name })), name }
}

export async function aTerm(
  { act }: GroupContext,
  given: Partial<terms.NewTerm> = {},
): Promise<{ id: string; name: string }> {
  const name = given.name ?? `Subject ${++count}`
  return { id: await act((a) => terms.create(a, { taxonomy: 'category', ...given, name })), name }
}

export interface GivenComment {
  readonly entryId: string
  readonly author?: string
  readonly body?: string
  readonly status?: 'approved' | 'pending' | 'spam' | 'trash'
  readonly parentId?: string
  readonly writtenAt?: Date
}

/** A reader's comment. */
export async function aComment(
  { act }: GroupContext,
  { entryId, author, body, status, parentId, writtenAt }: GivenComment,
): Promise<{ id: string }> {
  return act(({ tx, group, at }) =>
    tx
      .insertInto('publishing.comment')
      .values({
        group_id: group.id,
        entry_id: entryId,
        parent_id: parentId ?? null,
        author_name: author ?? `Reader ${++count}`,
        body: body ?? 'A word from a reader.',
        status: status ?? 'approved',
        written_at: writtenAt ?? at,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
}

async function anEntry(
  { act }: GroupContext,
  { published = true, ...given }: Given & { readonly kind: 'post' | 'page' },
): Promise<MadeEntry> {
  const title = given.title ?? `A ${given.kind} ${++count}`
  return act(async (a) => {
    const id = await entries.draft(a, { body: aText('A few words.'), ...given, title })
    if (published) await entries.publish(a, { id })
    const address: Address | undefined = await ofEntry(a.tx, id)
    return { id, title, path: address?.path ?? '' }
  })
}
