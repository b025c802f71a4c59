import type { Child } from './jsx/child.ts'
import { number } from './words.ts'

export interface SavedView {
  label: string
  href: string
  count?: number
  current?: boolean
}

/** Ways of looking at a list, each with its count. */
export const SavedViews = ({
  views,
  label = 'Views',
  children,
}: {
  views: readonly SavedView[]
  label?: string
  children?: Child
}) => (
  <nav aria-label={label}>
    <ul class="segs">
      {views.map((view) => (
        <li>
          <a class="seg" href={view.href} aria-current={view.current ? 'page' : undefined}>
            {view.label}
            {view.count !== undefined && <span>{number(view.count)}</span>}
          </a>
        </li>
      ))}
      {children && <li>{children}</li>}
    </ul>
  </nav>
)
