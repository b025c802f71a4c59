import { embedOf, playerAddress } from './embeds.ts'
import { draft } from './htmlBuilder.ts'
import type { TagAttributes } from './htmlTokens.ts'
import { list } from './htmlWalk.ts'
import type { Walk } from './htmlWalk.ts'
import { textAttribute } from './json.ts'
import { readPicture } from './pictures.ts'

export function startImage(walk: Walk, _tag: string, attributes: TagAttributes): void {
  const { builder } = walk
  const around = builder.activeMarks().find((active) => active.type === 'link')
  const picture = readPicture(attributes, around === undefined ? null : textAttribute(around, 'href'))
  if (picture.kind === 'figure') return builder.append(picture.figure)
  if (picture.lost !== null) list(walk, picture.lost.kind, picture.lost.detail)
  if (picture.words !== '') builder.write({ ...draft('text'), text: picture.words })
}

/** The picture behind a cover block's words, where only a style names it. */
export function addBackground(walk: Walk, attributes: TagAttributes): void {
  if (!/(?:^|\s)wp-block-cover(?:__image-background)?(?:\s|$)/.test(attributes.get('class') ?? '')) return
  const src = /background(?:-image)?\s*:[^;]*?url\(\s*['"]?([^'")]+)/i.exec(attributes.get('style') ?? '')?.[1]
  if (src !== undefined)
    startImage(
      walk,
      'img',
      new Map([
        ['src', src],
        ['alt', attributes.get('aria-label') ?? ''],
      ]),
    )
}

export function addPlayer(walk: Walk, tag: string, attributes: TagAttributes): void {
  const address = playerAddress(attributes)
  const embed = embedOf(address, attributes.get('title') ?? '')
  if (embed !== null) walk.builder.append(embed)
  else if (address !== '' || tag === 'iframe' || tag === 'embed') list(walk, tag, address)
}

export function startPlayer(walk: Walk, tag: string, attributes: TagAttributes): void {
  addPlayer(walk, tag, attributes)
  if (tag === 'iframe') walk.dropping = { tag, depth: 1 }
}

/** The files of a `video` or `audio` are the same one in several formats: the first speaks for all. */
export function startSource(walk: Walk, tag: string, attributes: TagAttributes): void {
  const { builder } = walk
  const holder = builder.frames.findLast((open) => open.tag === 'video' || open.tag === 'audio')
  if (holder === undefined || holder.made.length > 0) return
  holder.made.push(draft(tag))
  addPlayer(walk, tag, attributes)
}
