import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { Child, WithChildren } from './jsx/child.ts'
import { Unseen } from './Unseen.tsx'

interface InlineEditProps {
  /** What stands in the cell while nobody edits it. */
  shown: Child
  /** "Change the state of Ann Price": what the fold-out does, for screen readers. */
  purpose: string
  action: string
  /** A refused form stays open. */
  open?: boolean
  /** Several fields that belong together, or words: nothing is saved before the Save button is pressed. */
  whole?: boolean
}

/**
 * One value changed where it stands: a small form folded into the cell. With script it saves when the value changes, as the
 * design has it; without, it has a Save button. What was refused comes back open, as every refused form does.
 */
export const InlineEdit = ({ shown, purpose, action, open, whole, children }: WithChildren<InlineEditProps>) => (
  <details class={classes('inline-edit', whole && 'whole')} open={open}>
    <summary>
      {shown} <Icon name="pencil" />
      <Unseen>: {purpose}</Unseen>
    </summary>
    <form method="post" action={action} novalidate class="stack-s" {...(whole ? {} : savesOnChange(action))}>
      {children}
      <Button size="sm">Save</Button>
    </form>
  </details>
)

/** Enter in a field is a change and a sending at once: the second of the two is dropped. */
const savesOnChange = (action: string) =>
  ({
    'hx-post': action,
    'hx-target': 'main',
    'hx-select': 'main',
    'hx-swap': 'outerMorph',
    'hx-push-url': 'true',
    'hx-trigger': 'change, submit',
    'hx-sync': 'this:drop',
  }) as const
