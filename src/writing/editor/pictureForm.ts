/// <reference lib="dom" />
import type { EditorView } from 'prosemirror-view'
import { asking } from './asking.ts'
import { editorSchema } from './domSchema.ts'

/** Asks which of the website's own pictures to put where the cursor is. There is none to ask about in a new group. */
export function pictureForm(view: EditorView, group: HTMLElement | null): () => void {
  if (!group) return () => undefined
  const form = asking(group, {
    set(field) {
      const chosen = (field as HTMLSelectElement).selectedOptions[0]
      if (!chosen) return false
      const { alt = '', caption = '' } = chosen.dataset
      const words = caption ? editorSchema.text(caption) : null
      const figure = editorSchema.nodes.figure.create({ src: chosen.value, alt }, words)
      view.dispatch(view.state.tr.replaceSelectionWith(figure).scrollIntoView())
      return true
    },
    leave: () => view.focus(),
  })
  return () => form.open()
}
