import { Button } from './Button.tsx'
import type { WithChildren } from './jsx/child.ts'

interface FiltersProps {
  action: string
  label?: string
  /** In the office: the page changes as you type. Without script the button does it. */
  live?: boolean
}

/** A GET form above a list, so that what was chosen stands in the address. */
export const Filters = ({ action, label = 'Filters', live, children }: WithChildren<FiltersProps>) => (
  <form
    class="filters"
    action={action}
    method="get"
    role="search"
    aria-label={label}
    {...(live ? swapsMain(action) : {})}
  >
    {children}
    <Button tone="alt">Apply</Button>
  </form>
)

/** The server always returns the whole page; the client takes `main` out of it. */
const swapsMain = (action: string) =>
  ({
    'hx-get': action,
    'hx-target': 'main',
    'hx-select': 'main',
    'hx-swap': 'outerMorph',
    'hx-push-url': 'true',
    'hx-trigger': 'input delay:300ms, change, submit',
  }) as const
