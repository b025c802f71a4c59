import { draft } from './htmlBuilder.ts'
import type { Draft } from './htmlBuilder.ts'

/** The attribute a paragraph of Word carries until it is put in its list: level and kind. */
export const WORD_LEVEL = 'word-level'
export const WORD_ORDERED = 'word-ordered'

/** Word writes lists as paragraphs that say how deep they stand (`mso-list: l0 level2 lfo1`). Makes real lists of them. */
export function gatherWordLists(parent: Draft): void {
  if (!parent.content.some((child) => WORD_LEVEL in child.attrs)) {
    parent.content.forEach(gatherWordLists)
    return
  }
  const result: Draft[] = []
  let open: Draft[] = []
  for (const child of parent.content) {
    if (WORD_LEVEL in child.attrs) open = addItem(result, open, child)
    else {
      open = []
      result.push(child)
    }
  }
  parent.content = result
}

/** Adds the paragraph to the lists that are open, outermost first; returns those open afterwards. */
function addItem(result: Draft[], open: readonly Draft[], paragraph: Draft): Draft[] {
  const depth = Math.min(Number(paragraph.attrs[WORD_LEVEL]), open.length + 1)
  const type = paragraph.attrs[WORD_ORDERED] === 1 ? 'ordered_list' : 'bullet_list'
  const lists = open.slice(0, depth)
  const same = lists.length === depth && (depth > 1 || lists.at(-1)?.type === type)
  if (!same || lists.at(-1)?.type !== type) {
    lists.length = Math.min(lists.length, depth - 1)
    const list = draft(type)
    const item = lists.at(-1)?.content.at(-1)
    if (item === undefined) result.push(list)
    else item.content.push(list)
    lists.push(list)
  }
  lists
    .at(-1)
    ?.content.push({ ...draft('list_item'), content: [{ ...draft('paragraph'), content: paragraph.content }] })
  return lists
}
