import type { Command } from 'prosemirror-state'
import { tools } from './commands.ts'
import { editorSchema } from './domSchema.ts'

const SIGNS: Readonly<Record<string, string>> = {
  '##': 'heading2',
  '###': 'heading3',
  '####': 'heading4',
  '-': 'bullet_list',
  '*': 'bullet_list',
  '1.': 'ordered_list',
  '>': 'blockquote',
}

/** A blank after a sign of the small Markdown, at the beginning of a paragraph: whoever writes it by habit is understood. */
export const spaceAfterSign: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const typed = $from.parent.textBetween(0, $from.parentOffset)
  const tool = Object.hasOwn(SIGNS, typed) ? tools[SIGNS[typed]!] : undefined
  if (!tool || !empty || !view || $from.parent.type !== editorSchema.nodes.paragraph) return false
  dispatch?.(state.tr.delete($from.start(), $from.pos))
  tool.run(view.state, dispatch, view)
  return true
}
