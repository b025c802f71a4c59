import { Unseen } from './Unseen.tsx'
import { plural } from './words.ts'

/** One block of a text (paragraph, heading, list item) compared with another version of it. */
export interface DiffBlock {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  /** `p`, `h2`, `li` … */
  readonly tag: string
  readonly parts: readonly DiffPart[]
}

export interface DiffPart {
  readonly kind: 'same' | 'ins' | 'del'
  readonly text: string
}

/** So many unchanged blocks in a row are folded away, all but the one on either side. */
const FOLD_FROM = 4

/** Two versions as one text: what came in is underlined, what went is struck. */
export function DiffView({ blocks }: { blocks: readonly DiffBlock[] }) {
  if (blocks.every((block) => block.kind === 'same')) return <p class="meta">The two versions say the same.</p>
  return (
    <div class="diff">
      {runs(blocks).map((run) =>
        run.length >= FOLD_FROM && run[0]?.kind === 'same' ? (
          <Folded run={run} />
        ) : (
          run.map((block) => <Block block={block} />)
        ),
      )}
    </div>
  )
}

function Folded({ run }: { run: readonly DiffBlock[] }) {
  const [first, ...rest] = run
  const last = rest.pop()
  return (
    <>
      {first && <Block block={first} />}
      <details class="gap">
        <summary>
          <span class="link-btn">Show {plural(rest.length, 'unchanged paragraph')}</span>
        </summary>
        <div class="diff">
          {rest.map((block) => (
            <Block block={block} />
          ))}
        </div>
      </details>
      {last && <Block block={last} />}
    </>
  )
}

function Block({ block }: { block: DiffBlock }) {
  const words = (
    <>
      {block.kind === 'added' && <Unseen>Added: </Unseen>}
      {block.kind === 'removed' && <Unseen>Removed: </Unseen>}
      {block.tag === 'li' && '• '}
      {block.parts.map((part) =>
        part.kind === 'ins' ? <ins>{part.text}</ins> : part.kind === 'del' ? <del>{part.text}</del> : part.text,
      )}
    </>
  )
  const name = marks[block.kind]
  switch (block.tag) {
    case 'h1':
    case 'h2':
      return <h2 class={name}>{words}</h2>
    case 'h3':
      return <h3 class={name}>{words}</h3>
    case 'h4':
    case 'h5':
    case 'h6':
      return <h4 class={name}>{words}</h4>
    case 'blockquote':
      return <blockquote class={name}>{words}</blockquote>
    case 'pre':
      return <pre class={name}>{words}</pre>
    default:
      return <p class={name}>{words}</p>
  }
}

const marks = { same: undefined, added: 'block-ins', removed: 'block-del', changed: 'block-mixed' } as const

/** Neighbours that are unchanged, or are not, together. */
function runs(blocks: readonly DiffBlock[]): readonly (readonly DiffBlock[])[] {
  const found: DiffBlock[][] = []
  for (const block of blocks) {
    const run = found.at(-1)
    if (run && (run[0]?.kind === 'same') === (block.kind === 'same')) run.push(block)
    else found.push([block])
  }
  return found
}
