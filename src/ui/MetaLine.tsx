import type { Child } from './jsx/child.ts'

/** Author, day, category and the like on one quiet line; what is missing is left out. */
export const MetaLine = ({ items }: { items: readonly Child[] }) => (
  <ul class="meta-line" role="list">
    {items.filter(Boolean).map((item) => (
      <li>
        <span>{item}</span>
      </li>
    ))}
  </ul>
)
