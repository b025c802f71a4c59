import type { Child } from './jsx/child.ts'
import { MetaLine } from './MetaLine.tsx'

export interface Result {
  title: string
  href: string
  /** The extract in pieces, the words sought among them. */
  extract: readonly { readonly text: string; readonly hit: boolean }[]
  /** Kind, day, author. */
  meta?: readonly Child[]
}

/** What a search found. Where it was found stands as plain text under it. */
export const ResultList = ({ results }: { results: readonly Result[] }) => (
  <ol class="post-list" role="list">
    {results.map((result) => (
      <li>
        <h2>
          <a href={result.href}>{result.title}</a>
        </h2>
        <p>{result.extract.map((piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text))}</p>
        {result.meta && <MetaLine items={result.meta} />}
      </li>
    ))}
  </ol>
)
