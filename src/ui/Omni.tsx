import { Icon } from './Icon.tsx'

/** The office's search. Ctrl or Cmd and K reach it; Enter leads to the results, which include things to do. */
export const Omni = ({ action, value }: { action: string; value?: string | undefined }) => (
  <form class="omni" role="search" action={action} method="get">
    <Icon name="search" />
    <input
      type="search"
      name="q"
      value={value}
      aria-label="Search"
      placeholder="Search people, papers, posts"
      autocomplete="off"
    />
    <kbd class="with-script" aria-hidden="true">
      Ctrl K
    </kbd>
  </form>
)
