import { lift, toggleMark, wrapIn } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { MarkType, NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import { editorSchema } from './domSchema.ts'
import { columnAfter, insertTable, removeColumn, removeRow, removeTable, rowAfter } from './tableCommands.ts'

const { nodes, marks } = editorSchema

/** What a tool does, and whether it is on where the cursor stands. */
export interface Tool {
  readonly run: Command
  readonly isOn?: (state: EditorState) => boolean
}

/** By the names that the toolbar's buttons carry. Link and picture ask first (`linkForm.ts`, `pictureForm.ts`). */
export const tools: Readonly<Record<string, Tool>> = {
  heading2: headingTool(2),
  heading3: headingTool(3),
  heading4: headingTool(4),
  strong: markTool(marks.strong),
  em: markTool(marks.em),
  link: markTool(marks.link),
  bullet_list: listTool(nodes.bullet_list),
  ordered_list: listTool(nodes.ordered_list),
  blockquote: {
    run: (state, dispatch) => (isWithin(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch),
    isOn: (state) => isWithin(state, nodes.blockquote),
  },
  table: { run: insertTable },
  picture: { run: ({ selection: { $from } }) => !$from.parent.type.spec.code },
  undo: { run: (state, dispatch) => undoDepth(state) > 0 && undo(state, dispatch) },
  redo: { run: (state, dispatch) => redoDepth(state) > 0 && redo(state, dispatch) },
  rowAfter: { run: rowAfter },
  columnAfter: { run: columnAfter },
  removeRow: { run: removeRow },
  removeColumn: { run: removeColumn },
  removeTable: { run: removeTable },
}

function markTool(type: MarkType): Tool {
  return { run: toggleMark(type), isOn: (state) => hasMark(state, type) }
}

function hasMark({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
  const { empty, $from, from, to } = selection
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type)
}

function isWithin({ selection: { $from } }: EditorState, type: NodeType): boolean {
  return enclosing($from, (node) => node === type) !== undefined
}

function enclosing($from: EditorState['selection']['$from'], wanted: (type: NodeType) => boolean): number | undefined {
  for (let depth = $from.depth; depth > 0; depth--) if (wanted($from.node(depth).type)) return depth
  return undefined
}

/** A heading becomes a paragraph again. The block keeps its id and its language. */
function headingTool(level: number): Tool {
  const isOn = ({ selection: { $from } }: EditorState) =>
    $from.parent.hasMarkup(nodes.heading, { ...$from.parent.attrs, level })
  const run: Command = (state, dispatch) => {
    const { from, to, $from } = state.selection
    if ($from.parent.type !== nodes.paragraph && $from.parent.type !== nodes.heading) return false
    const type = isOn(state) ? nodes.paragraph : nodes.heading
    dispatch?.(
      state.tr
        .setBlockType(from, to, type, ({ attrs: { id, lang } }) =>
          type === nodes.heading ? { id, lang, level } : { id, lang },
        )
        .scrollIntoView(),
    )
    return true
  }
  return { run, isOn }
}

/** Makes a list, ends one, or turns the innermost one into the other kind. */
function listTool(type: NodeType): Tool {
  const isList = (one: NodeType) => one === nodes.bullet_list || one === nodes.ordered_list
  const isOn = ({ selection: { $from } }: EditorState) => {
    const depth = enclosing($from, isList)
    return depth !== undefined && $from.node(depth).type === type
  }
  const run: Command = (state, dispatch) => {
    const { $from } = state.selection
    const depth = enclosing($from, isList)
    if (depth === undefined) return wrapInList(type)(state, dispatch)
    if (isOn(state)) return liftListItem(nodes.list_item)(state, dispatch)
    const { id, lang } = $from.node(depth).attrs
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type, { id, lang }))
    return true
  }
  return { run, isOn }
}

/** A paragraph after (or before) the table, picture or quotation the cursor is in, or else this block: a way out for the keyboard. */
export const paragraphBeside =
  (side: 'before' | 'after'): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    const at = $from.depth === 0 ? state.selection[side === 'after' ? 'to' : 'from'] : $from[side](1)
    if (!dispatch) return true
    const tr = state.tr.insert(at, nodes.paragraph.create())
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView())
    return true
  }

/** Enter in a caption would make two pictures of one, and after a source nothing may follow. */
export const leaveCaption: Command = (state, dispatch) => {
  const { type } = state.selection.$from.parent
  return (type === nodes.figure || type === nodes.cite) && paragraphBeside('after')(state, dispatch)
}
