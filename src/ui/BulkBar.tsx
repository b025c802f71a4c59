import type { WithChildren } from './jsx/child.ts'

/** What to do with the ticked rows. The ticks stand in the table and belong to this form by its id. */
export const BulkBar = ({ id, action, children }: WithChildren<{ id: string; action: string }>) => (
  <form class="bulk" id={id} method="post" action={action} aria-label="With ticked rows">
    <span>With ticked:</span>
    {children}
  </form>
)
