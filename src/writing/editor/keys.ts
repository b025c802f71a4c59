import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { leaveCaption, paragraphBeside, tools } from './commands.ts'
import { editorSchema } from './domSchema.ts'
import { toCell } from './tableCommands.ts'
import { spaceAfterSign } from './typingRules.ts'

const { hard_break: hardBreak, list_item: item } = editorSchema.nodes

/** Headings and captions are one line. */
const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  const { $from } = state.selection
  if (!$from.parent.canReplaceWith($from.index(), $from.index(), hardBreak)) return false
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
})

const tool = (name: string): Command => tools[name]!.run

/** Tab leaves the text, as everywhere; only in a table does it go to the next cell first. */
export const keys = ({ askForLink, toTools }: { askForLink: Command; toTools: Command }): readonly Plugin[] => [
  keymap({
    'Mod-b': tool('strong'),
    'Mod-i': tool('em'),
    'Mod-k': askForLink,
    'Mod-Alt-2': tool('heading2'),
    'Mod-Alt-3': tool('heading3'),
    'Mod-Alt-4': tool('heading4'),
    'Mod-Shift-7': tool('ordered_list'),
    'Mod-Shift-8': tool('bullet_list'),
    'Mod-]': sinkListItem(item),
    'Mod-[': liftListItem(item),
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Alt-F10': toTools,
    Tab: toCell(1),
    'Shift-Tab': toCell(-1),
    Enter: chainCommands(leaveCaption, splitListItem(item)),
    'Shift-Enter': lineBreak,
    'Mod-Enter': chainCommands(exitCode, paragraphBeside('after')),
    'Shift-Mod-Enter': paragraphBeside('before'),
    Space: spaceAfterSign,
  }),
  keymap(baseKeymap),
]
