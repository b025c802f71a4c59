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
  children?: Child
}

/** Work going on. The page sets `refreshEvery` in its head, so it also moves without script. */
export const Progress = ({ title, done, total, unit, children }: ProgressProps) => (
  <Card>
    <div class="progress-box" aria-live="polite">
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
        . This page brings itself up to date; you may leave it.
      </p>
      {children}
    </div>
  </Card>
)
