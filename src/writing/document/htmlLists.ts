import { draft, MOST_FRAMES } from './htmlBuilder.ts'
import { hasClass } from './htmlElements.ts'
import type { TagAttributes } from './htmlTokens.ts'
import { beginBlock, closeTo, languageOf, openContainer, openGroup } from './htmlWalk.ts'
import type { Walk } from './htmlWalk.ts'

export function startList(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  const { builder } = walk
  const holder = builder.frames.findLast((frame) => frame.node !== null)
  const isGallery = ['blocks-gallery-grid', 'wp-block-gallery', 'gallery'].some((name) => hasClass(attributes, name))
  if (isGallery && holder?.kind !== 'gallery') return startGallery(walk, tag, attributes)
  if (holder?.kind === 'gallery') return openGroup(walk, tag, attributes)
  const start = Number.parseInt(attributes.get('start') ?? '1', 10)
  const node = tag === 'ol' ? draft('ordered_list', { start: Number.isNaN(start) ? 1 : start }) : draft('bullet_list')
  openContainer(walk, tag, { kind: 'list', node, attributes })
}

export function startItem(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  const { builder } = walk
  const at = builder.frames.findLastIndex((frame) => frame.node !== null && frame.kind !== 'item')
  const holder = builder.frames[at]
  if (builder.top.line !== null || holder?.kind === 'gallery') return openGroup(walk, tag, attributes)
  if (holder?.kind === 'list' && holder.node !== null) {
    closeTo(walk, at + 1)
    return builder.open(tag, 'item', {
      node: draft('list_item'),
      within: holder.node,
      lang: languageOf(walk, attributes),
    })
  }
  closeTo(walk, at + 1)
  const last = holder?.node?.content.at(-1)
  const stray = last?.type === 'bullet_list' ? last : draft('bullet_list')
  if (last !== stray) builder.append(stray)
  builder.open(tag, 'item', { node: draft('list_item'), within: stray })
}

export function startGallery(walk: Walk, tag: string, attributes: TagAttributes): void {
  openContainer(walk, tag, { kind: 'gallery', node: draft('gallery'), attributes })
}

export function startFigure(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  if (hasClass(attributes, 'wp-block-gallery') && walk.builder.top.line === null)
    return startGallery(walk, tag, attributes)
  if (walk.builder.top.line !== null || walk.builder.frames.length >= MOST_FRAMES)
    return openGroup(walk, tag, attributes)
  walk.builder.open(tag, 'figure', { lang: languageOf(walk, attributes) })
}
