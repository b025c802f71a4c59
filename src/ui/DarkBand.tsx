import type { Child, WithChildren } from './jsx/child.ts'

interface DarkBandProps {
  eyebrow?: string
  title: string
  /** Beside the words: a chart, a list. */
  figure?: Child
}

/** A dark band across the page for the group's strongest point. */
export const DarkBand = ({ eyebrow, title, figure, children }: WithChildren<DarkBandProps>) => (
  <section class="dark section">
    <div class={figure ? 'wrap split' : 'wrap'}>
      <div class="stack">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h2>{title}</h2>
        {children}
      </div>
      {figure && <div>{figure}</div>}
    </div>
  </section>
)
