/** A group's small sign: the benches of a chamber, or one to three letters of its own. */
export type Mark = 'bench' | { readonly letters: string }

/** In the group's colour, which the stylesheet gives it. It stands beside the group's name, so it is not read aloud. */
export const MarkSign = ({ mark = 'bench' }: { mark?: Mark | undefined }) => (
  <svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" rx="9" />
    {mark === 'bench' ? <Benches /> : <Letters letters={mark.letters} />}
  </svg>
)

/** The same as a file of its own, for the browser's tab: it sees no stylesheet, so the colour comes as hex. */
export const markFile = (mark: Mark, colour: string): string =>
  String(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
      <rect width="40" height="40" rx="9" fill={colour} />
      {mark === 'bench' ? (
        <g fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round">
          <Benches />
        </g>
      ) : (
        <g fill="#fff" {...{ 'font-family': 'Georgia, serif', 'font-size': 17, 'font-weight': 650 }}>
          <Letters letters={mark.letters} />
        </g>
      )}
    </svg>,
  )

const Benches = () => (
  <>
    <path d="M9 29.5c6.5-3.6 15.5-3.6 22 0" />
    <path d="M9 22c6.5-3.6 15.5-3.6 22 0" opacity=".82" />
    <path d="M9 14.5c6.5-3.6 15.5-3.6 22 0" opacity=".6" />
  </>
)

const Letters = ({ letters }: { letters: string }) => (
  <text x="20" y="26" text-anchor="middle">
    {letters.slice(0, 3)}
  </text>
)
