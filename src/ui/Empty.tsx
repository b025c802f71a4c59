import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import type { WithChildren } from './jsx/child.ts'

interface EmptyProps {
  icon: IconName
  title: string
  /** What will appear here, and how to begin. */
  sentence: string
  level?: 2 | 3
}

/** A list with nothing in it yet. Children: one button that begins. */
export const Empty = ({ icon, title, sentence, level = 2, children }: WithChildren<EmptyProps>) => (
  <div class="empty">
    <span class="ic">
      <Icon name={icon} />
    </span>
    {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
    <p>{sentence}</p>
    {children}
  </div>
)
