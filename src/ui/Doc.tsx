import type { Child } from './jsx/child.ts'

export interface DocPart {
  /** Missing for a heading. */
  number?: number | undefined
  heading?: string | undefined
  /** With `ins`, `del` and `mark` where something is changed or spoken of. */
  text?: Child
}

/** A policy document: serif, its paragraphs numbered in the margin so that an amendment can name one. */
export const Doc = ({ parts, lang }: { parts: readonly DocPart[]; lang?: string | undefined }) => (
  <div class="doc prose" lang={lang}>
    {parts.map(({ number, heading, text }) =>
      heading === undefined ? (
        <p class="para" id={number === undefined ? undefined : `paragraph-${number}`}>
          {number !== undefined && <span class="pn">{number}</span>} {text}
        </p>
      ) : (
        <h2>{heading}</h2>
      ),
    )}
  </div>
)
