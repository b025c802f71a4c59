/// <reference lib="dom" />
import { TextSelection } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { safeUrl } from '../document/address.ts'
import { asking } from './asking.ts'
import { editorSchema } from './domSchema.ts'

const { link } = editorSchema.marks

/** Asks where the link at the cursor leads, or the selected words should, or what address to write. */
export function linkForm(view: EditorView, group: HTMLElement): () => void {
  const error = group.querySelector<HTMLElement>('.error-msg')!
  const refuse = (field: Element, refused: boolean) => {
    error.hidden = !refused
    field.ariaInvalid = refused ? 'true' : null
  }
  const form = asking(group, {
    set(field) {
      const href = addressTyped(field.value)
      refuse(field, href === null)
      if (href !== null) setLink(view, href)
      return href !== null
    },
    remove: () => setLink(view, null),
    leave: () => view.focus(),
  })
  return () => {
    refuse(form.field, false)
    form.open(String(linkAt(view.state)?.attrs['href'] ?? ''))
  }
}

/** What the server accepts (`safeUrl`); "example.org/report" is taken as it is meant. */
export function addressTyped(typed: string): string | null {
  const bare = typed.trim()
  return safeUrl(/^[a-z\d-]+(\.[a-z\d-]+)+([/?#]|$)/i.test(bare) ? `https://${bare}` : bare)
}

const linkAt = ({ selection: { $from, $to, empty } }: EditorState) =>
  link.isInSet($from.marks()) ?? (empty ? undefined : link.isInSet($to.marks()))

function setLink({ state, dispatch }: EditorView, href: string | null): void {
  const { from, to } = linkedRange(state)
  const tr = state.tr.removeMark(from, to, link)
  if (href !== null && from === to) tr.insert(from, editorSchema.text(href, [link.create({ href })]))
  else if (href !== null) tr.addMark(from, to, link.create({ href }))
  tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(to)))
  dispatch(tr.removeStoredMark(link).scrollIntoView())
}

/** What is selected, or all words of the link that the cursor is in. */
function linkedRange(state: EditorState): { from: number; to: number } {
  const { from, to, $from, empty } = state.selection
  const here = linkAt(state)
  if (!empty || !here) return { from, to }
  let [first, last] = [$from.index(), $from.index()]
  const { parent } = $from
  const linked = (at: number) => at >= 0 && at < parent.childCount && here.isInSet(parent.child(at).marks)
  if (!linked(first)) first = last = first - 1 // at the very end of the link
  while (linked(first - 1)) first--
  while (linked(last + 1)) last++
  const start = parent.children.slice(0, first).reduce((sum, child) => sum + child.nodeSize, $from.start())
  return { from: start, to: parent.children.slice(first, last + 1).reduce((sum, child) => sum + child.nodeSize, start) }
}
