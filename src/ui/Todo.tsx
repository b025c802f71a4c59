import { ButtonLink } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'
import { Unseen } from './Unseen.tsx'

export interface TodoItem {
  icon: IconName
  tone?: 'warn' | 'bad' | undefined
  /** What needs doing: "Welcome 4 new members". */
  sentence: string
  /** Why: "Joined since Thursday. Two offered to help with evidence." */
  reason: string
  action: { label: string; href: string }
}

/** What needs this officer. */
export function Todo({ items }: { items: readonly TodoItem[] }) {
  if (items.length === 0) return <p class="pad">Nothing needs you today.</p>
  return (
    <ul class="todo">
      {items.map((item) => (
        <li>
          <span class={classes('ic', item.tone)}>
            <Icon name={item.icon} />
          </span>
          <div>
            <b>{item.sentence}</b>
            <span class="meta">{item.reason}</span>
          </div>
          <ButtonLink href={item.action.href} tone="alt" size="sm" class="act">
            {item.action.label}
            <Unseen>: {item.sentence}</Unseen>
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
