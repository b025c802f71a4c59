import type { WithChildren } from './jsx/child.ts'

/** What to do with the ticked rows. The ticks stand in the table and belong to this form by its id. */
export const BulkBar = ({
  id,
  action,
  label = 'With ticked rows',
  children,
}: WithChildren<{ id: string; action: string; label?: string }>) => (
  <form class="bulk" id={id} method="post" action={action} aria-label={label}>
    <span>With ticked:</span>
    {children}
  </form>
)
