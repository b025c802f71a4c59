/// <reference lib="dom" />
import type { Node } from 'prosemirror-model'
import { Fragment, Slice } from 'prosemirror-model'
import type { SelectionBookmark } from 'prosemirror-state'
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { editorSchema } from './domSchema.ts'
import { tableHere } from './tableCommands.ts'

/** Reads HTML on the server, by the walker that reads all HTML. */
export type ReadPasted = (html: string) => Promise<Node>

const place = new PluginKey<SelectionBookmark | null>('place of what was pasted')

/**
 * What comes from elsewhere is read by the server, so that there is one truth about what may enter a document (and the
 * browser need not carry it); meanwhile its place is remembered. What comes from this editor goes the short way.
 */
export function pasting(readPasted: ReadPasted, say: (words: string) => void): Plugin<SelectionBookmark | null> {
  const take = (view: EditorView, data: DataTransfer | null): boolean => {
    const html = data?.getData('text/html') ?? ''
    if (!data || !isForeign(html) || view.state.selection.$from.parent.type.spec.code) return false
    void insert(view, { html, words: data.getData('text/plain'), readPasted, say })
    return true
  }
  return new Plugin<SelectionBookmark | null>({
    key: place,
    state: {
      init: () => null,
      apply: (tr, kept: SelectionBookmark | null) =>
        (tr.getMeta(place) as SelectionBookmark | undefined) ?? kept?.map(tr.mapping) ?? null,
    },
    props: {
      handlePaste: (view, event) => take(view, event.clipboardData),
      handleDOMEvents: {
        drop(view, event) {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (view.dragging || !at || !isForeign(event.dataTransfer?.getData('text/html') ?? '')) return false
          event.preventDefault()
          view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))))
          return take(view, event.dataTransfer)
        },
      },
      transformPastedHTML: (html) => (isForeign(html) ? '' : html),
      transformPasted: (slice, view) =>
        tableHere(view.state.selection) && slice.content.content.some(holdsTable)
          ? Slice.maxOpen(withoutTables(slice.content), true)
          : slice,
    },
  })
}

const isForeign = (html: string): boolean => html !== '' && !html.includes('data-pm-slice')

interface Pasted {
  readonly html: string
  readonly words: string
  readonly readPasted: ReadPasted
  readonly say: (words: string) => void
}

async function insert(view: EditorView, { html, words, readPasted, say }: Pasted): Promise<void> {
  view.dispatch(view.state.tr.setMeta(place, view.state.selection.getBookmark()))
  const doc = await readPasted(html).catch(() => undefined)
  if (view.isDestroyed) return
  if (!doc) say('The website could not be reached, so the words were pasted without their form.')
  const { state } = view
  const selection = (place.getState(state) ?? state.selection.getBookmark()).resolve(state.doc)
  const content = doc?.content ?? paragraphs(words)
  const inTable = tableHere(selection) !== undefined
  const tr = state.tr.setSelection(selection)
  tr.replaceSelection(Slice.maxOpen(inTable ? withoutTables(content) : content, true))
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView())
}

const paragraphs = (words: string): Fragment =>
  Fragment.from(
    words
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => editorSchema.nodes.paragraph.create(null, editorSchema.text(line))),
  )

/** A table within a table counts as made for layout and would be undone with the next save: its words go in, not its form. */
function withoutTables(content: Fragment): Fragment {
  const kept: Node[] = []
  content.forEach((node) => {
    if (!holdsTable(node)) return void kept.push(node)
    node.descendants((inner) => {
      if (inner.isTextblock) kept.push(inner)
      return !inner.isTextblock
    })
  })
  return Fragment.from(kept)
}

function holdsTable(node: Node): boolean {
  return node.type.spec['tableRole'] !== undefined || node.children.some(holdsTable)
}
