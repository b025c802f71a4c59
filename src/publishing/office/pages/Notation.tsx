import { Card } from '../../../ui/Card.tsx'

const LINES: readonly (readonly [typed: string, shown: string])[] = [
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

/** The small Markdown on one card, beside the text. */
export const Notation = () => (
  <Card padded labelledby="notation">
    <h2 class="card-title" id="notation">
      How to mark up the text
    </h2>
    <dl class="notation">
      {LINES.map(([typed, shown]) => (
        <>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{shown}</dd>
        </>
      ))}
    </dl>
  </Card>
)
