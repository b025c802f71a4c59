import { fieldId } from '../fieldId.ts'
import { Icon } from '../Icon.tsx'
import type { IconName } from '../icons.ts'

interface Tool {
  readonly command: string
  readonly words: string
  readonly icon: IconName
  readonly keys?: string
}

const TOOLS: readonly (readonly Tool[])[] = [
  [
    { command: 'heading2', words: 'Heading', icon: 'heading-2', keys: 'Ctrl+Alt+2' },
    { command: 'heading3', words: 'Heading below it', icon: 'heading-3', keys: 'Ctrl+Alt+3' },
    { command: 'heading4', words: 'Small heading', icon: 'heading-4', keys: 'Ctrl+Alt+4' },
  ],
  [
    { command: 'strong', words: 'Bold', icon: 'bold', keys: 'Ctrl+B' },
    { command: 'em', words: 'Italic', icon: 'italic', keys: 'Ctrl+I' },
    { command: 'link', words: 'Link', icon: 'link', keys: 'Ctrl+K' },
  ],
  [
    { command: 'bullet_list', words: 'List', icon: 'list', keys: 'Ctrl+Shift+8' },
    { command: 'ordered_list', words: 'Numbered list', icon: 'list-ordered', keys: 'Ctrl+Shift+7' },
    { command: 'blockquote', words: 'Quotation', icon: 'quote' },
    { command: 'table', words: 'Table', icon: 'table' },
    { command: 'picture', words: 'Picture', icon: 'image' },
  ],
  [
    { command: 'undo', words: 'Undo', icon: 'undo-2', keys: 'Ctrl+Z' },
    { command: 'redo', words: 'Redo', icon: 'redo-2', keys: 'Ctrl+Y' },
  ],
]

/** What switches on and off; the others do something once. */
const PRESSED: ReadonlySet<string> = new Set(
  'heading2 heading3 heading4 strong em link bullet_list ordered_list blockquote'.split(' '),
)

/** One stop of the Tab key; arrow keys go from button to button (WAI-ARIA toolbar pattern). */
export const EditorToolbar = ({ name, pictures }: { name: string; pictures: boolean }) => (
  <div class="editor-tools" role="toolbar" aria-label="Marking up the text" aria-controls={`${fieldId(name)}-rich`}>
    {TOOLS.map((group) => (
      <div class="editor-group">
        {group
          .filter(({ command }) => pictures || command !== 'picture')
          .map(({ command, words, icon, keys }) => (
            <button
              type="button"
              class="tool"
              data-command={command}
              tabindex={command === 'heading2' ? 0 : -1}
              aria-label={words}
              aria-pressed={PRESSED.has(command) ? 'false' : undefined}
              title={keys ? `${words} (${keys})` : words}
            >
              <Icon name={icon} />
            </button>
          ))}
      </div>
    ))}
  </div>
)

const TABLE_TOOLS = [
  ['rowAfter', 'Add row'],
  ['columnAfter', 'Add column'],
  ['removeRow', 'Remove row'],
  ['removeColumn', 'Remove column'],
  ['removeTable', 'Remove table'],
] as const

/** Shown while the cursor is in a table. */
export const EditorTableTools = () => (
  <div class="editor-tools words" role="toolbar" aria-label="This table" data-part="table" hidden>
    {TABLE_TOOLS.map(([command, words]) => (
      <button type="button" class="tool" data-command={command} tabindex={command === 'rowAfter' ? 0 : -1}>
        {words}
      </button>
    ))}
  </div>
)
