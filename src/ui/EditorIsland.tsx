import { asset } from './assets.ts'
import { Button } from './Button.tsx'
import { EditorLinkForm, type EditorPicture, EditorPictureForm } from './editor/EditorForms.tsx'
import { EditorTableTools, EditorToolbar } from './editor/EditorToolbar.tsx'
import { classes } from './classes.ts'
import { FieldError, type FieldBasics } from './Field.tsx'
import { fieldId } from './fieldId.ts'
import { Meter } from './Meter.tsx'
import { Notice } from './Notice.tsx'
import { TextArea } from './TextArea.tsx'
import { wordsWritten } from './words.ts'

export interface EditorIslandProps extends FieldBasics {
  /** The text in small Markdown, as it is written without script. */
  value?: string | undefined
  /** The same text as a document in JSON; sent in a field of its own, and only by the script. */
  document?: string | undefined
  /** How many words it has, and how many it may have. */
  words?: number | undefined
  limit?: number | undefined
  /** What is shown was not saved yet: a form that was not taken. */
  unsaved?: boolean | undefined
  pictures?: readonly EditorPicture[] | undefined
}

/** For the head of a page on which somebody writes. */
export const editorAssets = () => ({ scripts: [asset('editor.js')], stylesheets: [asset('editor.css')] })

/**
 * Where a document is written. Without script it is a textarea; with it (`editor.js`, `editor.css`) the textarea gives way
 * to a page with tools, and one button leads from either to the other. Everything hidden here waits for the script.
 */
export function EditorIsland(props: EditorIslandProps) {
  const { name, label, hint, error, value, document, unsaved, pictures = [] } = props
  const id = fieldId(name)
  return (
    <bb-editor class="editor" data-name={name} data-unsaved={unsaved ? '' : undefined}>
      <UnsavedWords />
      <TextArea {...{ name, label, hint, error, value }} source spellcheck="true" />
      <input type="hidden" name="document" value={document} disabled data-part="document" />
      <div class={classes('field', error && 'error')} data-part="rich" hidden>
        <span class="label" id={`${id}-rich-label`}>
          {label}
        </span>
        {error && <FieldError id={`${id}-rich`} error={error} />}
        <div class="editor-frame">
          <div class="editor-bar">
            <EditorToolbar name={name} pictures={pictures.length > 0} />
            <EditorTableTools />
          </div>
          <EditorLinkForm name={name} />
          {pictures.length > 0 && <EditorPictureForm name={name} pictures={pictures} />}
          <div class="editor-page" data-part="page" />
        </div>
        <span class="hint" id={`${id}-rich-hint`}>
          Alt and F10 lead to the tools, Escape leads back to the text.
        </span>
      </div>
      <WordsAndSwitch {...props} />
      <p class="meta" role="status" data-part="said" />
    </bb-editor>
  )
}

const WordsAndSwitch = ({ words = 0, limit }: EditorIslandProps) => (
  <div class="row between editor-foot">
    <div class="editor-words" data-part="words" data-limit={limit}>
      {limit ? (
        <Meter value={words} max={limit} limit>
          {wordsWritten(words, limit)}
        </Meter>
      ) : (
        <span class="meter-words">
          <span>{wordsWritten(words)}</span>
        </span>
      )}
    </div>
    <button type="button" class="link-btn" data-part="switch" hidden>
      Write in plain text
    </button>
  </div>
)

/** Shown when this browser kept words that were sent and never arrived. */
const UnsavedWords = () => (
  <div data-part="unsaved" hidden>
    <Notice tone="warn">
      <p>Words that you wrote here before were not saved. This browser has kept them.</p>
      <p class="row row-s">
        <Button type="button" size="sm" value="restore">
          Put them back
        </Button>
        <Button type="button" size="sm" tone="alt" value="forget">
          Forget them
        </Button>
      </p>
    </Notice>
  </div>
)
