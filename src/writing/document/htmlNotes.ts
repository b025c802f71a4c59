import { draft } from './htmlBuilder.ts'
import type { Draft } from './htmlBuilder.ts'
import { hasClass } from './htmlElements.ts'
import type { TagAttributes } from './htmlTokens.ts'
import { beginBlock, openLine } from './htmlWalk.ts'
import type { Walk } from './htmlWalk.ts'

/** A number that leads to a note at the end of the page, as `toHtml` writes it. The words follow, in the note itself. */
export function startNoteMark(walk: Walk, tag: string, attributes: TagAttributes): boolean {
  if (tag !== 'sup' || !hasClass(attributes, 'footnote')) return false
  const note = draft('footnote')
  walk.builder.write(note)
  walk.notes.push(note)
  walk.dropping = { tag, depth: 1 }
  return true
}

/** A note at the end: `<li id="fn-2">`. Its words go where its number stands. */
export function startNote(walk: Walk, tag: string, attributes: TagAttributes): boolean {
  const note = noteOf(walk, attributes.get('id'))
  if (tag !== 'li' || note === undefined || walk.builder.top.line !== null) return false
  beginBlock(walk)
  openLine(walk, tag, { node: { ...draft('detached', { as: 'note' }), content: note.content }, attributes })
  return true
}

/** The link from a note back to its number says nothing in a document. */
export function startBackLink(walk: Walk, tag: string, attributes: TagAttributes): boolean {
  const isBack =
    walk.builder.top.line?.node?.attrs['as'] === 'note' && /^#.*\bfnref-\d+$/.test(attributes.get('href') ?? '')
  if (isBack) walk.dropping = { tag, depth: 1 }
  return isBack
}

function noteOf({ notes }: Walk, id = ''): Draft | undefined {
  const number = /(?:^|\W)fn-(\d{1,5})$/.exec(id)?.[1]
  return number === undefined ? undefined : notes[Number(number) - 1]
}
