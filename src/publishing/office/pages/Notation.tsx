import { Card } from '../../../ui/Card.tsx'
import type { WithChildren } from '../../../ui/jsx/child.ts'

type Lines = readonly (readonly [typed: string, shown: string])[]

const SIGNS: Lines = [
  ['## Heading', 'A heading; ### for one below it'],
  ['**strong** and *stressed*', 'Bold and italic words'],
  ['[the report](https://…)', 'Words that are a link'],
  ['- one\n- two', 'A list; 1. and 2. number it'],
  ['> Their words', 'A quotation'],
  ['![What it shows](/files/… "Caption")', 'A picture, on a line of its own'],
  ['| Year | Members |\n| --- | --- |\n| 2026 | 184 |', 'A table'],
  ['A claim^[Where it comes from.]', 'A note at the foot of the page'],
  ['----', 'A line across'],
  ['----more----', 'Lists show what stands above it'],
]

const KEYS: Lines = [
  ['Ctrl + B, Ctrl + I', 'Bold and italic words'],
  ['Ctrl + K', 'Make the words a link, or change one'],
  ['Ctrl + Alt + 2, 3, 4', 'A heading, or a paragraph again'],
  ['Ctrl + Shift + 8, 7', 'A list, a numbered list'],
  ['Ctrl + ], Ctrl + [', 'An item below the one above it, and back'],
  ['Tab', 'The next cell of a table; elsewhere it leaves the text'],
  ['Ctrl + Enter', 'A paragraph after a table or picture; with Shift, before it'],
  ['Ctrl + Z, Ctrl + Y', 'Undo, and do it again'],
  ['Alt + F10', 'To the tools; the arrow keys go along them, Escape leads back'],
]

/** How to write, on one card beside the text: with tools (`rich-only`), or in the small Markdown. */
export const Notation = () => (
  <>
    <div class="rich-only">
      <Explained id="tools" title="Writing with the tools" lines={KEYS}>
        <p class="meta">
          On a Mac, press Cmd for Ctrl. Text pasted from Word, Google Docs or a website keeps its headings, lists,
          tables and links, and loses its colours and sizes. Notes, film cards and the lines across are put in as plain
          text: “Write in plain text”, below the words, leads there and back.
        </p>
      </Explained>
    </div>
    <div class="plain-only">
      <Explained id="notation" title="How to mark up the text" lines={SIGNS} />
    </div>
  </>
)

const Explained = ({ id, title, lines, children }: WithChildren<{ id: string; title: string; lines: Lines }>) => (
  <Card padded labelledby={id}>
    <h2 class="card-title" id={id}>
      {title}
    </h2>
    <dl class="notation">
      {lines.map(([typed, shown]) => (
        <>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{shown}</dd>
        </>
      ))}
    </dl>
    {children && <div class="later">{children}</div>}
  </Card>
)
