import { align, bagLikeness, wordBag } from './alignment.ts'
import type { WordBag } from './alignment.ts'
import type { DocJson } from './json.ts'
import { innerText, textAttribute } from './json.ts'

const WITHOUT_ID: ReadonlySet<string> = new Set(['doc', 'text', 'hard_break', 'footnote'])

interface Block {
  readonly node: DocJson
  readonly text: string
  readonly words: WordBag
}

/** The document with an id for each block that has none, or one that stands before it already. */
export function withIds(doc: DocJson, makeId: () => string): DocJson {
  const given = new Set<string>()
  return mapBlocks(doc, (block) => {
    const own = textAttribute(block, 'id')
    const id = own === '' || given.has(own) ? makeId() : own
    given.add(id)
    return id
  })
}

/**
 * `after` with the ids of `before` on the blocks that stayed, were edited or moved, so that comments keep their place
 * when the text went through Markdown. A block that has an id keeps that; an id is given once; blocks that are new have none (`withIds`).
 */
export function keepIds(before: DocJson, after: DocJson): DocJson {
  const [old, fresh] = [blocksOf(before), blocksOf(after)]
  const ids = new Map<DocJson, string>()
  const left: Block[] = []
  for (const step of align(old, fresh, { key: blockKey, likeness: blockLikeness })) {
    if (step.before !== null && step.after !== null) ids.set(step.after.node, textAttribute(step.before.node, 'id'))
    else if (step.before !== null) left.push(step.before)
  }
  const moved = Map.groupBy(left, blockKey)
  const taken = new Set(['', ...fresh.map(({ node }) => textAttribute(node, 'id'))])
  return mapBlocks(after, (block) => {
    const own = textAttribute(block, 'id')
    if (own !== '') return own
    const kept =
      ids.get(block) ?? textAttribute(moved.get(keyOf(block, innerText(block)))?.shift()?.node ?? block, 'id')
    if (taken.has(kept)) return null
    taken.add(kept)
    return kept
  })
}

/**
 * `after` with only those ids that `before` gave, each once: of the parts of a block that was split, and of a block and its
 * copies, the one most like the old block keeps the id.
 */
export function knownIds(before: DocJson | undefined, after: DocJson): DocJson {
  const idOf = ({ node }: Block) => textAttribute(node, 'id')
  const claims = Map.groupBy(blocksOf(after), idOf)
  const kept = new Map<DocJson, string>()
  for (const old of before ? blocksOf(before) : []) {
    const ranked = (claims.get(idOf(old)) ?? []).toSorted((a, b) => likenessTo(old, b) - likenessTo(old, a))
    if (ranked[0] && idOf(old) !== '') kept.set(ranked[0].node, idOf(old))
  }
  return mapBlocks(after, (block) => kept.get(block) ?? null)
}

/** The words tell, and the type only between equals: a paragraph that became a heading is still the same block. */
function likenessTo(old: Block, block: Block): number {
  return bagLikeness(old.words, block.words) + (old.node.type === block.node.type ? 0.1 : 0)
}

/** All blocks in reading order, each before what it holds. */
function blocksOf(doc: DocJson): Block[] {
  const blocks: Block[] = []
  const visit = (node: DocJson): void => {
    const text = WITHOUT_ID.has(node.type) ? null : innerText(node)
    if (text !== null) blocks.push({ node, text, words: wordBag(text) })
    if (node.text === undefined) node.content?.forEach(visit)
  }
  visit(doc)
  return blocks
}

function blockKey({ node, text }: Block): string {
  return keyOf(node, text)
}

function keyOf(node: DocJson, text: string): string {
  return [node.type, text, textAttribute(node, 'src'), textAttribute(node, 'url')].join('\u0000')
}

function blockLikeness(before: Block, after: Block): number {
  if (before.node.type !== after.node.type) return 0
  const [one, other] = [addressOf(before.node), addressOf(after.node)]
  return one !== '' && one === other ? 1 : bagLikeness(before.words, after.words)
}

function addressOf(node: DocJson): string {
  return textAttribute(node, 'src') || textAttribute(node, 'url')
}

function mapBlocks(node: DocJson, idOf: (block: DocJson) => string | null): DocJson {
  const attrs = WITHOUT_ID.has(node.type) ? node.attrs : { ...node.attrs, id: idOf(node) }
  const content = node.content?.map((child) => mapBlocks(child, idOf))
  return { ...node, ...(attrs && { attrs }), ...(content && { content }) }
}
