import type { Tx } from '../../platform/database.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { readSettings } from '../../platform/settings.ts'
import { imprintSetting, listPosts, picturesIn, promoterWords, withPictures } from '../../publishing/index.ts'
import { monthAndYear } from '../../ui/words.ts'
import type { Block, BlockOf } from '../blocks/block.ts'
import { letterHtml } from '../blocks/email/Letter.tsx'
import type { LetterFrame } from '../blocks/letterFrame.ts'
import { letterPlain } from '../blocks/plain.ts'
import type { WrittenLetter } from './letter.ts'

/** A letter ready to be drawn: what it refers to is looked up. */
export interface Composed {
  readonly frame: LetterFrame
  readonly blocks: readonly Block[]
}
interface Around {
  readonly group: KnownGroup
  /** 'https://group.example', without a last slash. */
  readonly home: string
  readonly at: Date
}

/** Looks up what the blocks follow: titles and beginnings of posts, and pictures. A fixed number of queries. */
export async function composed(tx: Tx, letter: WrittenLetter, { group, home, at }: Around): Promise<Composed> {
  const { imprint } = await readSettings(tx, { imprint: imprintSetting })
  const frame: LetterFrame = {
    group: group.name,
    home,
    theme: group,
    kind: letter.kind,
    subject: letter.subject,
    preview: letter.preview,
    dated: monthAndYear(letter.sendAt ?? at, group.zone),
    promoter: promoterWords(imprint),
    slug: letter.shown === 'no' ? null : letter.slug,
  }
  return { frame, blocks: await withPicturesIn(tx, await withPosts(tx, group, letter.blocks)) }
}

export const htmlOf = (letter: Composed, dark = false): string => letterHtml({ ...letter, dark })
export const plainOf = (letter: Composed): string => letterPlain(letter)

/** A story says what its post says, where nothing was typed in its place. A post that is gone leaves what was typed. */
async function withPosts(tx: Tx, group: KnownGroup, blocks: readonly Block[]): Promise<readonly Block[]> {
  const ids = blocks.flatMap((block) => (block.kind === 'story' && block.post ? [block.post] : []))
  if (!ids.length) return blocks
  const posts = new Map(
    (await listPosts(tx, group, { filter: { ids }, limit: ids.length })).map((post) => [post.id, post]),
  )
  return blocks.map((block): Block => {
    const post = block.kind === 'story' ? posts.get(block.post) : undefined
    if (block.kind !== 'story' || !post) return block
    const { title, extract, href } = post
    return {
      ...block,
      title: block.title || title,
      summary: block.summary || extract,
      href: block.href || href,
    } satisfies BlockOf<'story'>
  })
}

async function withPicturesIn(tx: Tx, blocks: readonly Block[]): Promise<readonly Block[]> {
  const docs = blocks.flatMap((block) => (block.kind === 'text' ? [block.doc] : []))
  if (!docs.length) return blocks
  const pictures = await picturesIn(tx, docs)
  return blocks.map((block) => (block.kind === 'text' ? { ...block, doc: withPictures(block.doc, pictures) } : block))
}
