import { Button } from './Button.tsx'
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
}

/** One value changed where it stands: a small form folded into the cell, with a Save button of its own. */
export const InlineEdit = ({ shown, purpose, action, open, children }: WithChildren<InlineEditProps>) => (
  <details class="inline-edit" open={open}>
    <summary>
      {shown}
      <Unseen>: {purpose}</Unseen>
    </summary>
    <form method="post" action={action} novalidate class="stack-s">
      {children}
      <Button size="sm">Save</Button>
    </form>
  </details>
)
