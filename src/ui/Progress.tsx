import { Card } from './Card.tsx'
import type { Child } from './jsx/child.ts'
import { number } from './words.ts'

interface ProgressProps {
  title: string
  /** Missing while the end is not known. */
  done?: number | undefined
  total?: number | undefined
  /** What is counted: "posts". */
  unit: string
  /**
   * Its own address, for work that takes long and has buttons beside it: with script the element of this id is brought up to
   * date in place, which leaves the focus where it is; without, a link does it.
   */
  again?: { readonly href: string; readonly id: string }
  children?: Child
}

/** Work going on. The page sets `refreshEvery` in its head, so it also moves without script. */
export const Progress = ({ title, done, total, unit, again, children }: ProgressProps) => (
  <Card>
    <div class="progress-box" aria-live="polite" {...(again && polls(again))}>
      <h2>
        <span class="spinner" aria-hidden="true" />
        {title}
      </h2>
      <progress value={total === undefined ? undefined : (done ?? 0)} max={total} aria-label={title} />
      <p class="meta">
        {total === undefined
          ? done === undefined
            ? 'Starting'
            : `${number(done)} ${unit} so far`
          : `${number(done ?? 0)} of ${number(total)} ${unit}`}
        {again ? (
          <>
            . You may leave this page. <a href={again.href}>Look again</a>
          </>
        ) : (
          '. This page brings itself up to date; you may leave it.'
        )}
      </p>
      {children}
    </div>
  </Card>
)

const polls = ({ href, id }: { readonly href: string; readonly id: string }) =>
  ({
    'hx-get': href,
    'hx-trigger': 'every 5s',
    'hx-target': `#${id}`,
    'hx-select': `#${id}`,
    'hx-swap': 'outerMorph',
  }) as const
