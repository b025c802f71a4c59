/// <reference lib="dom" />
import { history } from 'prosemirror-history'
import { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { DocJson } from '../document/json.ts'
import { tools } from './commands.ts'
import { editorSchema } from './domSchema.ts'
import { keys } from './keys.ts'
import { linkForm } from './linkForm.ts'
import { pasting } from './pasting.ts'
import { pictureForm } from './pictureForm.ts'
import { asPasted } from './server.ts'
import { tableHere, wholeTables } from './tableCommands.ts'
import { showTool, tabStop, walkByArrows } from './toolbar.ts'

/** The page with its tools. */
export interface RichText {
  readonly view: EditorView
  readonly json: () => DocJson
  readonly show: (doc: DocJson | null) => void
}

export interface Around {
  /** The element that holds the tools, the small forms and the page. */
  readonly rich: HTMLElement
  readonly attributes: Readonly<Record<string, string>>
  readonly changed: () => void
  readonly say: (words: string) => void
}

/** What assistive technology is told of the page, as it is of the textarea that it stands for. */
export function attributesFor({ id, ariaInvalid }: HTMLTextAreaElement): Record<string, string> {
  const invalid = ariaInvalid === 'true'
  return {
    id: `${id}-rich`,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-rich-label`,
    'aria-describedby': `${id}-rich-hint${invalid ? ` ${id}-rich-error` : ''}`,
    ...(invalid && { 'aria-invalid': 'true' }),
  }
}

/** The label, and the link of the error summary, lead to whichever is written on. */
export function leadTo({ id }: HTMLTextAreaElement, focus: () => void): void {
  const ways = document.querySelectorAll(`#${id}-rich-label, .error-summary a[href="#${id}"]`)
  for (const way of ways) {
    way.addEventListener('click', (event) => {
      event.preventDefault()
      focus()
    })
  }
}

const part = (within: Element, name: string) => within.querySelector<HTMLElement>(`[data-part="${name}"]`)

export function richText({ rich, attributes, changed, say }: Around): RichText {
  const toolbars = [...rich.querySelectorAll<HTMLElement>('[role=toolbar]')]
  const view: EditorView = new EditorView(part(rich, 'page'), {
    state: EditorState.create({ schema: editorSchema }),
    attributes: { ...attributes, class: 'prose' },
    scrollMargin: { top: 150, bottom: 110, left: 0, right: 0 },
    scrollThreshold: { top: 150, bottom: 110, left: 0, right: 0 },
    dispatchTransaction(tr: Transaction) {
      view.updateState(view.state.apply(tr))
      showTools(view, rich)
      if (tr.docChanged) changed()
    },
  })
  const link = linkForm(view, part(rich, 'link')!)
  const plugins = [
    ...keys({
      askForLink: () => (link(), true),
      toTools: () => (tabStop(toolbars[0]!)?.focus(), true),
    }),
    history(),
    wholeTables,
    pasting(async (html) => readPasted(html, say), say),
  ]
  const opening: Readonly<Record<string, () => void>> = { link, picture: pictureForm(view, part(rich, 'picture')) }
  for (const toolbar of toolbars) connect(toolbar, { view, opening })
  return {
    view,
    json: () => view.state.doc.toJSON() as DocJson,
    show: (doc) => {
      const made = doc ? { doc: Node.fromJSON(editorSchema, doc) } : { schema: editorSchema }
      view.updateState(EditorState.create({ ...made, plugins }))
      showTools(view, rich)
    },
  }
}

async function readPasted(html: string, say: Around['say']): Promise<Node> {
  const { document: doc, foreignPictures } = await asPasted(html)
  if (foreignPictures > 0) say('Pictures of other websites were left out. Add them as pictures of your own.')
  return Node.fromJSON(editorSchema, doc)
}

interface Connected {
  readonly view: EditorView
  readonly opening: Readonly<Record<string, () => void>>
}

function connect(toolbar: HTMLElement, { view, opening }: Connected): void {
  walkByArrows(toolbar)
  toolbar.addEventListener('mousedown', (event) => event.preventDefault()) // the words stay selected
  toolbar.addEventListener('keydown', (event) => void (event.key === 'Escape' && view.focus()))
  toolbar.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    const command = button?.dataset['command'] ?? ''
    if (!button || button.ariaDisabled) return
    if (opening[command]) return opening[command]()
    tools[command]?.run(view.state, view.dispatch, view)
    if (event.detail > 0) view.focus() // pressed by mouse or finger; by keyboard one goes on along the toolbar
  })
}

function showTools({ state }: EditorView, rich: HTMLElement): void {
  for (const button of rich.querySelectorAll<HTMLElement>('[data-command]')) {
    const tool = tools[button.dataset['command']!]
    if (tool) showTool(button, { on: tool.isOn?.(state), possible: tool.run(state) })
  }
  part(rich, 'table')!.hidden = tableHere(state.selection) === undefined
}
