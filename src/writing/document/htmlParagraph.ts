import { MOST_FRAMES } from './htmlBuilder.ts'
import type { TagAttributes } from './htmlTokens.ts'
import { beginBlock, languageOf, openGroup } from './htmlWalk.ts'
import type { Walk } from './htmlWalk.ts'
import { WORD_LEVEL } from './wordLists.ts'

/** `p`. Its paragraph begins with its first words, so that an empty one leaves no trace. */
export function startParagraph(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  if (walk.builder.top.line !== null || walk.builder.frames.length >= MOST_FRAMES)
    return openGroup(walk, tag, attributes)
  walk.builder.open(tag, 'paragraph', { lang: languageOf(walk, attributes) })
  const level = /mso-list\s*:[^;]*\blevel([1-9])/i.exec(attributes.get('style') ?? '')?.[1]
  if (level !== undefined) walk.builder.nextParagraph = { [WORD_LEVEL]: Number(level) }
}
